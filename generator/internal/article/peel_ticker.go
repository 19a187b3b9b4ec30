package article

import "strings"

// tickerPrefix recognises the price of a share before the text.
func tickerPrefix(_ *page, b *block) int { return ticker(b.text) }

// ticker recognises "QAY 31.05 Decreased By ▼ -0.95 (-2.97%)" and returns its length.
func ticker(s string) int {
	line := beginning(s, 120)
	symbol, rest := cutWord(line)
	if len(symbol) < 2 || len(symbol) > 8 || strings.Trim(symbol, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.&^-") != "" {
		return 0
	}
	price, rest := cutWord(rest)
	if !numeral(price) {
		return 0
	}
	verb, rest := cutWord(rest)
	switch strings.ToLower(verb) {
	case "increased", "decreased", "up", "down", "unchanged", "▲", "▼", "↑", "↓":
	default:
		return 0
	}
	for {
		word, after := cutWord(rest)
		if word == "" || !strings.EqualFold(word, "by") && strings.Trim(word, "▲▼↑↓+-.,%()0123456789") != "" {
			break
		}
		rest = after
		if strings.HasSuffix(word, "%)") {
			return len(line) - len(rest)
		}
	}
	return 0
}
