package highlight

// Stylesheet colours the classes. Every colour has a contrast of at least 4.5 to 1 on a near-white and on a
// near-black ground; the colours follow the reader's scheme and are custom properties, so that a book can
// change them.
func Stylesheet() string { return sheet }

const sheet = `:root {
  --code-comment: #665f52; --code-keyword: #8a2f1d; --code-string: #35622f; --code-number: #7a4a00;
  --code-name: #24527a; --code-type: #5d3f86; --code-removed: #9c1f1f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --code-comment: #a49d90; --code-keyword: #e7a08a; --code-string: #a3c995; --code-number: #dcb878;
    --code-name: #93bde0; --code-type: #c3aee3; --code-removed: #f0a0a0;
  }
}
.chroma .c, .chroma .cp, .chroma .gu { color: var(--code-comment); font-style: italic; }
.chroma .k, .chroma .kc, .chroma .nt { color: var(--code-keyword); }
.chroma .s, .chroma .gi { color: var(--code-string); }
.chroma .m, .chroma .ni { color: var(--code-number); }
.chroma .nf, .chroma .nb, .chroma .na { color: var(--code-name); }
.chroma .kt, .chroma .nv, .chroma .nn { color: var(--code-type); }
.chroma .gd { color: var(--code-removed); }
.chroma .gh, .chroma .gs { font-weight: 600; }
`
