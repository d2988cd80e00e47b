// Package unitssa builds SSA for chosen functions of the package at hand.
package unitssa
