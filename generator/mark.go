package generator

// mark is what every page of a book says of how it was made; by it a copy of a book is known that has lost its
// manifest.
var mark = []byte(`<meta name="generator" content="briefbook">`)
