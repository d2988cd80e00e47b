// Package cobra stands for the library.
package cobra

// A Command is one word of a command line.
type Command struct {
	Use  string
	Run  func(cmd *Command, args []string)
	RunE func(cmd *Command, args []string) error
}

// Execute runs one.
func (c *Command) Execute() error { return c.RunE(c, nil) }
