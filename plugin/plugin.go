// Package plugin makes vippslint a module plugin of golangci-lint.
package plugin

import _ "github.com/golangci/plugin-module-register/register"
