package article

import "strings"

// mailHeads sets the heads of a mail aside, where three of its lines stand together: what they say is of the mail and
// not of the text in it.
func (p *page) mailHeads() {
	const farthest = 60
	run := 0
	for i := range min(len(p.blocks), farthest) + 1 {
		if i < min(len(p.blocks), farthest) && p.blocks[i].role == undecided && mailHead(&p.blocks[i]) {
			run++
			continue
		}
		if run >= 3 {
			p.dropRun(i-run, i, "mail_header")
		}
		run = 0
	}
}

// mailHead recognises "From: …", "Gesendet: …", "받는사람: …".
func mailHead(b *block) bool {
	word, _, ok := strings.Cut(beginning(b.text, 40), ":")
	if !ok || b.words > 40 {
		return false
	}
	switch strings.ToLower(strings.Trim(word, " *>\u00a0")) {
	case "from", "sent", "to", "cc", "bcc", "subject", "date", "reply-to", "importance", "attachments", "von", "gesendet", "an", "betreff", "datum", "kopie", "anlagen",
		"de", "envoyé", "à", "objet", "para", "asunto", "enviado", "보낸사람", "보낸 사람", "받는사람", "받는 사람", "보낸날짜", "보낸 날짜", "제목", "날짜", "참조":
		return true
	}
	return false
}
