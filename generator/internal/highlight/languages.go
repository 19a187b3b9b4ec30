package highlight

import (
	"regexp"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// find returns the canonical name of a language and what makes its rules, or nil.
func find(language string) (string, func() chroma.Rules) {
	switch language {
	case "go", "golang":
		return "go", goLanguage.rules
	case "python", "py", "python3":
		return "python", python.rules
	case "javascript", "js", "mjs", "jsx", "typescript", "ts", "tsx":
		return "javascript", javascript.rules
	case "c", "cpp", "c++", "h", "java", "csharp", "cs", "kotlin", "kt", "swift", "rust", "rs", "php":
		return "braces", braces.rules
	case "sql", "postgresql", "mysql", "sqlite":
		return "sql", sql.rules
	case "bash", "sh", "shell", "zsh", "console":
		return "bash", bash.rules
	case "r", "rscript":
		return "r", r.rules
	case "json", "jsonl", "json5", "geojson":
		return "json", json
	case "yaml", "yml":
		return "yaml", yaml
	case "toml", "ini", "cfg", "properties", "conf":
		return "toml", toml
	case "html", "xml", "svg", "htm", "xhtml":
		return "html", markup
	case "css", "scss":
		return "css", css
	case "diff", "patch":
		return "diff", diff
	case "markdown", "md":
		return "markdown", markdown
	}
	return "", nil
}

// A grammar describes a language whose code is comments, strings, numbers and words.
type grammar struct {
	comments  []string // patterns
	strings   []string // patterns
	keywords  string   // separated by spaces
	constants string
	types     string
	builtins  string
	variables string // pattern, "" for none
	folded    bool   // words are written in either case
}

const (
	slashComment = `//[^\n]*`
	starComment  = `/\*.*?\*/`
	hashComment  = `#[^\n]*`
	doubleQuoted = `"(?:\\.|[^"\\\n])*"`
	singleQuoted = `'(?:\\.|[^'\\\n])*'`
	backQuoted   = "`[^`]*`"
	number       = `(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)[a-zA-Z%]*`
)

var (
	goLanguage = grammar{
		comments: []string{slashComment, starComment}, strings: []string{doubleQuoted, backQuoted, singleQuoted},
		keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map package " +
			"range return select struct switch type var",
		constants: "true false nil iota",
		types: "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint " +
			"uint8 uint16 uint32 uint64 uintptr",
		builtins: "append cap clear close copy delete len make max min new panic print println recover",
	}
	python = grammar{
		comments: []string{hashComment},
		strings:  []string{`[rbfuRBFU]{0,2}""".*?"""`, `[rbfuRBFU]{0,2}'''.*?'''`, `[rbfuRBFU]{0,2}` + doubleQuoted, `[rbfuRBFU]{0,2}` + singleQuoted},
		keywords: "and as assert async await break case class continue def del elif else except finally for from global if import in is " +
			"lambda match nonlocal not or pass raise return try while with yield",
		constants: "True False None",
		types:     "bool bytes dict float frozenset int list object set str tuple",
		builtins:  "abs all any enumerate filter isinstance len map max min open print range repr reversed round sorted sum super type zip",
		variables: `@[\w.]+`,
	}
	javascript = grammar{
		comments: []string{slashComment, starComment}, strings: []string{doubleQuoted, singleQuoted, "`(?:\\\\.|[^`\\\\])*`"},
		keywords: "as async await break case catch class const continue debugger default delete do else enum export extends finally for " +
			"from function if implements import in instanceof interface let new of return static switch this throw try type typeof " +
			"var void while with yield",
		constants: "true false null undefined NaN Infinity",
		types:     "any boolean never number object string symbol unknown",
		builtins:  "Array Date JSON Map Math Number Object Promise RegExp Set String console document fetch window",
	}
	braces = grammar{
		comments: []string{slashComment, starComment, `#(?:include|define|if|ifdef|ifndef|else|endif|pragma)\b[^\n]*`},
		strings:  []string{doubleQuoted, singleQuoted},
		keywords: "abstract as async await break case catch class const continue crate default defer do dyn else enum extends extern final " +
			"finally fn for foreach fun func function goto guard if impl implements import in inline interface internal is let " +
			"loop match mod module mut namespace new operator override package private protected pub public ref return sealed " +
			"static struct super switch template this throw throws trait try typedef typename union unsafe use using val var " +
			"virtual volatile where while yield self",
		constants: "true false null nullptr nil NULL None Some Ok Err",
		types: "bool boolean byte char decimal double f32 f64 float i8 i16 i32 i64 int isize long short signed size_t str string String u8 " +
			"u16 u32 u64 unsigned usize void",
	}
	sql = grammar{
		comments: []string{`--[^\n]*`, starComment}, strings: []string{`'(?:''|[^'])*'`, `"[^"]*"`},
		keywords: "add all alter and as asc between by case check column constraint create cross database default delete desc distinct drop " +
			"else end except exists foreign from full group having if in index inner insert intersect into is join key left like " +
			"limit natural not offset on or order outer over partition primary references returning right select set table then " +
			"union unique update using values view when where with",
		constants: "true false null",
		types:     "bigint blob boolean char date decimal double float int integer json numeric real serial smallint text time timestamp uuid varchar",
		builtins:  "avg cast coalesce count extract max min now round sum",
		folded:    true,
	}
	bash = grammar{
		comments: []string{`(?<=^|\s)#[^\n]*`}, strings: []string{`"(?:\\.|[^"\\])*"`, `'[^']*'`},
		keywords:  "case do done elif else esac fi for function if in select then until while",
		builtins:  "alias bg cd declare echo eval exec exit export fg local printf pwd read readonly return set shift source test trap unset",
		variables: `\$(?:\w+|\{[^}\n]*\}|[@*#?$!-])`,
	}
	r = grammar{
		comments: []string{hashComment}, strings: []string{doubleQuoted, singleQuoted, backQuoted},
		keywords:  "break else for function if in next repeat return while",
		constants: "TRUE FALSE NULL NA NaN Inf",
		builtins:  "c data.frame factor head lapply length library list mean names paste plot print read.csv sapply seq str sum summary",
	}
)

// words makes a pattern of words separated by spaces.
func words(list string) string {
	quoted := strings.Fields(regexp.QuoteMeta(list))
	return `(?:` + strings.Join(quoted, "|") + `)\b`
}

// rules are what chroma runs. An identifier takes what no other rule took, so that a keyword within a name is
// none.
func (g grammar) rules() chroma.Rules {
	var list []chroma.Rule
	add := func(pattern string, t chroma.TokenType) {
		if g.folded {
			pattern = `(?i)` + pattern
		}
		list = append(list, chroma.Rule{Pattern: pattern, Type: t})
	}
	add(`\s+`, chroma.TextWhitespace)
	for _, p := range g.comments {
		add(p, chroma.Comment)
	}
	for _, p := range g.strings {
		add(p, chroma.LiteralString)
	}
	if g.variables != "" {
		add(g.variables, chroma.NameVariable)
	}
	for _, w := range []struct {
		list string
		kind chroma.TokenType
	}{{g.keywords, chroma.Keyword}, {g.constants, chroma.KeywordConstant}, {g.types, chroma.KeywordType}, {g.builtins, chroma.NameBuiltin}} {
		if w.list != "" {
			add(words(w.list), w.kind)
		}
	}
	add(number, chroma.LiteralNumber)
	add(`[\p{L}_]\w*(?=\s*\()`, chroma.NameFunction)
	add(`[\p{L}_]\w*`, chroma.Name)
	add(`[-+*/%=<>!&|^~?]+`, chroma.Operator)
	add(`.`, chroma.Punctuation)
	return chroma.Rules{"root": list}
}

// table makes rules of pairs of pattern and kind, tried in order; what none takes is text.
func table(rows ...chroma.Rule) chroma.Rules {
	return chroma.Rules{"root": append(rows, chroma.Rule{Pattern: `.`, Type: chroma.Text})}
}

func json() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `\s+`, Type: chroma.TextWhitespace},
		chroma.Rule{Pattern: slashComment, Type: chroma.Comment},
		chroma.Rule{Pattern: doubleQuoted + `(?=\s*:)`, Type: chroma.NameTag},
		chroma.Rule{Pattern: doubleQuoted, Type: chroma.LiteralString},
		chroma.Rule{Pattern: `(?:true|false|null)\b`, Type: chroma.KeywordConstant},
		chroma.Rule{Pattern: `-?` + number, Type: chroma.LiteralNumber},
		chroma.Rule{Pattern: `[{}\[\],:]+`, Type: chroma.Punctuation},
	)
}

func yaml() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `\s+`, Type: chroma.TextWhitespace},
		chroma.Rule{Pattern: `(?<=^|\s)#[^\n]*`, Type: chroma.Comment},
		chroma.Rule{Pattern: `(?:---|\.\.\.)(?=\s|$)`, Type: chroma.Punctuation},
		chroma.Rule{Pattern: `[\w./ -]*\w(?=:(?:\s|$))`, Type: chroma.NameTag},
		chroma.Rule{Pattern: doubleQuoted, Type: chroma.LiteralString},
		chroma.Rule{Pattern: `'(?:''|[^'])*'`, Type: chroma.LiteralString},
		chroma.Rule{Pattern: `[&*!][\w!/.-]+`, Type: chroma.NameVariable},
		chroma.Rule{Pattern: `(?:true|false|null|yes|no|~)(?=\s|$)`, Type: chroma.KeywordConstant},
		chroma.Rule{Pattern: `-?\d[\d_.:-]*(?=\s|,|\]|$)`, Type: chroma.LiteralNumber},
		chroma.Rule{Pattern: `[-:?,|>{}\[\]]+`, Type: chroma.Punctuation},
		chroma.Rule{Pattern: `[^\s:,#\]}]+`, Type: chroma.Text},
	)
}

func toml() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `\s+`, Type: chroma.TextWhitespace},
		chroma.Rule{Pattern: `[#;][^\n]*`, Type: chroma.Comment},
		chroma.Rule{Pattern: `(?<=^|\n)\[+[^\]\n]*\]+`, Type: chroma.NameNamespace},
		chroma.Rule{Pattern: `[\w.-]+(?=\s*=)`, Type: chroma.NameTag},
		chroma.Rule{Pattern: `""".*?"""|'''.*?'''`, Type: chroma.LiteralString},
		chroma.Rule{Pattern: doubleQuoted + `|'[^'\n]*'`, Type: chroma.LiteralString},
		chroma.Rule{Pattern: `(?:true|false)\b`, Type: chroma.KeywordConstant},
		chroma.Rule{Pattern: `[+-]?\d[\w:.+-]*`, Type: chroma.LiteralNumber},
	)
}

func markup() chroma.Rules {
	return chroma.Rules{
		"root": {
			{Pattern: `<!--.*?-->`, Type: chroma.Comment},
			{Pattern: `<[!?][^>]*>`, Type: chroma.CommentPreproc},
			{Pattern: `</?[\w:.-]+`, Type: chroma.NameTag, Mutator: chroma.Push("tag")},
			{Pattern: `&#?\w+;`, Type: chroma.NameEntity},
			{Pattern: `[^<&]+`, Type: chroma.Text},
			{Pattern: `.`, Type: chroma.Text},
		},
		"tag": {
			{Pattern: `\s+`, Type: chroma.TextWhitespace},
			{Pattern: `/?>`, Type: chroma.NameTag, Mutator: chroma.Pop(1)},
			{Pattern: `[\w:.@-]+`, Type: chroma.NameAttribute},
			{Pattern: `"[^"]*"|'[^']*'`, Type: chroma.LiteralString},
			{Pattern: `.`, Type: chroma.Punctuation},
		},
	}
}

func css() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `\s+`, Type: chroma.TextWhitespace},
		chroma.Rule{Pattern: starComment, Type: chroma.Comment},
		chroma.Rule{Pattern: doubleQuoted + `|` + singleQuoted, Type: chroma.LiteralString},
		chroma.Rule{Pattern: `@[\w-]+`, Type: chroma.Keyword},
		chroma.Rule{Pattern: `--[\w-]+`, Type: chroma.NameVariable},
		chroma.Rule{Pattern: `[\w-]+(?=\s*:\s)`, Type: chroma.NameAttribute},
		chroma.Rule{Pattern: `[.#][A-Za-z_][\w-]*`, Type: chroma.NameTag},
		chroma.Rule{Pattern: `#[0-9a-fA-F]{3,8}\b|-?(?:\d+\.?\d*|\.\d+)(?:%|[a-z]+)?`, Type: chroma.LiteralNumber},
		chroma.Rule{Pattern: `[\w-]+`, Type: chroma.Name},
	)
}

func diff() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `(?:\+\+\+|---|diff|index)[^\n]*\n?`, Type: chroma.GenericHeading},
		chroma.Rule{Pattern: `@@[^\n]*\n?`, Type: chroma.GenericSubheading},
		chroma.Rule{Pattern: `\+[^\n]*\n?`, Type: chroma.GenericInserted},
		chroma.Rule{Pattern: `-[^\n]*\n?`, Type: chroma.GenericDeleted},
		chroma.Rule{Pattern: `[^\n]*\n`, Type: chroma.Text},
	)
}

func markdown() chroma.Rules {
	return table(
		chroma.Rule{Pattern: `(?<=^|\n)#{1,6} [^\n]*`, Type: chroma.GenericHeading},
		chroma.Rule{Pattern: `(?<=^|\n)\s*(?:[-*+]|\d+[.)]) `, Type: chroma.Keyword},
		chroma.Rule{Pattern: `(?<=^|\n)>[^\n]*`, Type: chroma.Comment},
		chroma.Rule{Pattern: "```.*?```|`[^`\n]+`", Type: chroma.LiteralString},
		chroma.Rule{Pattern: `\*\*[^*\n]+\*\*`, Type: chroma.GenericStrong},
		chroma.Rule{Pattern: `\[\[?[^\]\n]+\]\]?(?:\([^)\n]*\))?`, Type: chroma.NameTag},
	)
}
