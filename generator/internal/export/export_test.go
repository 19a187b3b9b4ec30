package export

// Published is for tests.
var Published = published
