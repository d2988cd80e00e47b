package flow

// A Text is a text of which some parts are known. Adjacent constants are one
// part.
type Text struct {
	Parts []Part
	Pos   Place // where the text, or its constant part, stands
	Steps []Step
}

// A Part is a constant or a hole.
type Part struct {
	Const string
	Hole  *Val   // nil: Const counts. Where the value is a parameter (part) of the function asked about, the hole is that
	Verb  string // for a hole in a format: its verb, "%v"; for an encoded JSON value "json"
	Place Place  // of the hole's expression
}

// Texts folds v to texts, one for each way to it: constants, +, fmt.Sprintf,
// Sprint and Appendf, strings.Builder and bytes.Buffer where they are written
// in a straight line, strconv, conversions between strings and bytes, readers
// made of them, path and URL joining, json.Marshal, locals, fields by
// instance, and results of functions. Gives nil where nothing is known.
func (r *Result) Texts(v Val) []Text { panic("not yet") }
