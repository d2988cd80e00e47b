package flow

// A Verdict judges a number as an amount in whole minor units.
type Verdict int

// The verdicts.
const (
	Unknown   Verdict = iota // nothing can be said: silent
	Clean                    // a constant, integer arithmetic, or a float that was rounded before its conversion
	Truncated                // an integer that a float was cut to, not rounded
	Float                    // the value is itself a float that was not rounded
	Whole                    // the value is itself a float, and a whole number
	FromParam                // depends on what a caller passes
)

// A Number is what one way to a value says of it.
type Number struct {
	Verdict Verdict
	At      Place   // Truncated: the conversion; Float: where the float was made
	Factor  float64 // the constant by which the float was multiplied before the conversion; 0: none or unknown

	// FromParam: parameter Param (0 is the receiver of a method) of the
	// function in which the value asked about stands, and the part of it. Cut
	// says that it is a float and becomes an integer at At without rounding, so
	// a whole number is needed; otherwise it is handed on as it is.
	Param     int
	ParamPath Path
	Cut       bool

	Way []Step // from the origin to the value asked about
}

// Numbers judges v, one entry for each way to it, sorted by position.
func (r *Result) Numbers(v Val) []Number { panic("not yet") }
