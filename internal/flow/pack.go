package flow

import (
	"bytes"
	"encoding/binary"
	"errors"
	"go/token"
	"math"

	"github.com/vippslint/vippslint/internal/place"
)

// Facts on functions are the bulk of what go vet hands from package to package,
// and every package hands on what it got. So they are packed: each text stands
// once, numbers take the bytes that they need, and offsets of positions, which
// nobody asks for, are left out.

// GobEncode packs the fact.
func (f *Results) GobEncode() ([]byte, error) {
	if f.packed != nil {
		return f.packed, nil
	}
	p := packer{index: map[string]int{}}
	p.number(len(f.Ways))
	for _, w := range f.Ways {
		p.way(w)
	}
	head := binary.AppendVarint(nil, int64(len(p.texts)))
	for _, s := range p.texts {
		head = binary.AppendVarint(head, int64(len(s)))
		head = append(head, s...)
	}
	return append(head, p.out...), nil
}

// GobDecode takes what GobEncode packed. Most facts are only handed on: unpack
// is for those that somebody asks for.
func (f *Results) GobDecode(data []byte) error {
	f.packed = bytes.Clone(data)
	return nil
}

// unpack fills the ways of a fact that came packed.
func (f *Results) unpack() error {
	if f.packed == nil {
		return nil
	}
	u := unpacker{in: f.packed}
	f.packed = nil
	for range u.number() {
		u.texts = append(u.texts, u.raw(u.number()))
		if u.bad {
			break
		}
	}
	for range u.number() {
		f.Ways = append(f.Ways, u.way())
		if u.bad {
			break
		}
	}
	if u.bad {
		return errors.New("facts of flow are cut short")
	}
	return nil
}

type packer struct {
	index map[string]int
	texts []string
	out   []byte
}

func (p *packer) number(n int) { p.out = binary.AppendVarint(p.out, int64(n)) }

func (p *packer) text(s string) {
	i, ok := p.index[s]
	if !ok {
		i = len(p.texts)
		p.index[s] = i
		p.texts = append(p.texts, s)
	}
	p.number(i)
}

func (p *packer) path(path Path) {
	p.number(len(path))
	for _, s := range path {
		p.text(s)
	}
}

func (p *packer) position(pos token.Position) {
	p.text(pos.Filename)
	p.number(pos.Line)
	p.number(pos.Column)
}

// The flags of a way.
const (
	flagCut = 1 << iota
	flagParted
	flagScaled // a factor follows
	flagPlaced // a position follows
	flagChanged
	flagMixed
	flagFloored
	flagTrimmed
	flagCounts
	flagLate
)

func (p *packer) way(w Way) {
	flags := 0
	for _, f := range []struct {
		set  bool
		flag int
	}{
		{w.Cut, flagCut},
		{w.Parted, flagParted},
		{w.Factor != 1, flagScaled},
		{w.At.IsValid(), flagPlaced},
		{w.Changed, flagChanged},
		{w.Mixed, flagMixed},
		{w.Floored, flagFloored},
		{w.Trimmed, flagTrimmed},
		{w.Counts, flagCounts},
		{w.Late, flagLate},
	} {
		if f.set {
			flags |= f.flag
		}
	}
	for _, n := range []int{w.Out, w.Result, int(w.Kind), flags, w.Param} {
		p.number(n)
	}
	p.path(w.Path)
	p.path(w.ParamPath)
	if flags&flagScaled != 0 {
		p.out = binary.LittleEndian.AppendUint64(p.out, math.Float64bits(w.Factor))
	}
	if flags&flagPlaced != 0 {
		p.position(w.At)
	}
	p.number(len(w.Steps))
	for _, s := range w.Steps {
		p.position(s.Pos)
		p.text(s.Note)
	}
}

type unpacker struct {
	texts []string
	in    []byte
	bad   bool
}

func (u *unpacker) number() int {
	n, size := binary.Varint(u.in)
	if size <= 0 {
		u.bad, u.in = true, nil
		return 0
	}
	u.in = u.in[size:]
	return int(n)
}

func (u *unpacker) raw(n int) string {
	if n < 0 || n > len(u.in) {
		u.bad = true
		return ""
	}
	s := string(u.in[:n])
	u.in = u.in[n:]
	return s
}

func (u *unpacker) text() string {
	i := u.number()
	if i < 0 || i >= len(u.texts) {
		u.bad = true
		return ""
	}
	return u.texts[i]
}

func (u *unpacker) path() Path {
	var path Path
	for range u.number() {
		path = append(path, u.text())
		if u.bad {
			break
		}
	}
	return path
}

func (u *unpacker) position() token.Position {
	return token.Position{Filename: u.text(), Line: u.number(), Column: u.number()}
}

func (u *unpacker) way() Way {
	w := Way{Out: u.number(), Result: u.number(), Kind: wayKind(u.number())}
	flags := u.number()
	w.Param, w.Path, w.ParamPath = u.number(), u.path(), u.path()
	w.Cut, w.Parted, w.Factor = flags&flagCut != 0, flags&flagParted != 0, 1
	w.Changed, w.Mixed = flags&flagChanged != 0, flags&flagMixed != 0
	w.Floored, w.Trimmed = flags&flagFloored != 0, flags&flagTrimmed != 0
	w.Counts, w.Late = flags&flagCounts != 0, flags&flagLate != 0
	if flags&flagScaled != 0 {
		if len(u.in) < 8 {
			u.bad = true
			return w
		}
		w.Factor = math.Float64frombits(binary.LittleEndian.Uint64(u.in))
		u.in = u.in[8:]
	}
	if flags&flagPlaced != 0 {
		w.At = u.position()
	}
	for range u.number() {
		w.Steps = append(w.Steps, place.Step{Pos: u.position(), Note: u.text()})
		if u.bad {
			break
		}
	}
	return w
}
