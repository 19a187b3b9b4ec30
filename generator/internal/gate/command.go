package gate

// unseen is a character that is nothing to a word.
const unseen = '\u200b'

// command decodes what follows a backslash in TeX and in rich text: a command is nothing (\textit{want} is a word), or a
// blank when it ends a line or a cell.
func command(b []byte, rich bool) char {
	n := 1
	for n < 32 && lower(b[n]) >= 'a' && lower(b[n]) <= 'z' {
		n++
	}
	if n == 1 {
		return sign(b, rich)
	}
	name, number := string(b[1:n]), 0
	if rich {
		start := n
		for n < start+8 && (digit(rune(b[n])) || n == start && b[n] == '-') {
			if digit(rune(b[n])) {
				number = number*10 + int(b[n]-'0')
			}
			n++
		}
		if n > start && name == "u" { // and what those see who do not know it
			if b[start] == '-' {
				number = 1<<16 - number
			}
			if b[n] == '?' {
				n++
			}
			return char{rune(number), n, true}
		}
	}
	r := unseen
	switch name {
	case "par", "line", "tab", "cell", "row", "page", "sect", "item", "newline", "linebreak", "quad", "qquad", "space":
		r = ' '
	}
	if b[n] == ' ' { // it only ends the name
		n++
	}
	return char{r, n, true}
}

// sign decodes a command of one character that is no letter.
func sign(b []byte, rich bool) char {
	switch b[1] {
	case '\'':
		if r, n := hexadecimal(b[2:], 2); rich && n == 2 {
			return char{r, 4, true}
		}
		return char{unseen, 2, true}
	case '"', '`', '^', '~', '=', '.', '-', '*', '/': // an accent, a place to divide the word
		return char{unseen, 2, true}
	case 0:
		return char{'\\', 1, false}
	}
	return char{' ', 2, true}
}
