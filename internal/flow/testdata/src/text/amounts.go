package text

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/template"
)

// How numbers are put into texts, and parts of texts into each other.
func amounts(amount float64, n int, id string, format byte) {
	see(strconv.FormatFloat(amount, 'f', 0, 64))                             // text: <amount %.0f>
	see(strconv.FormatFloat(amount, 'f', 2, 64))                             // text: <amount %.2f>
	see(strconv.FormatFloat(amount, 'f', -1, 64))                            // text: <amount %v>
	see(strconv.FormatFloat(amount, 'e', -1, 64))                            // text: <amount %e>
	see(strconv.FormatFloat(amount, format, 2, 64))                          // text: <amount %v>
	see(strconv.AppendFloat([]byte("a"), amount, 'g', 3, 64))                // text: a<amount %.3g>
	see(strconv.AppendInt(nil, int64(math.Round(amount)), 10))               // text: <convert %d>
	see(strconv.AppendInt(nil, int64(n), 16))                                // text: <?>
	see(append([]byte("a"), "b"...))                                         // text: ab
	see(append([]byte("a"), 'b', 'c'))                                       // text: abc
	see(append(append([]byte("a"), id...), '!'))                             // text: a<id>!
	see(string([]byte("+" + id)[1:]))                                        // text: <args>
	see(string([]byte("+" + id)[0:]))                                        // text: +<id>
	see(string([]byte("+" + id)[:]))                                         // text: +<id>
	see(strings.NewReplacer("{id}", id, "{n}", "7").Replace("{n}/{id}/{n}")) // text: 7/<id>/7
	see(strings.NewReplacer("a", "1", "aa", "2").Replace("aa"))              // text: 11
	see(strings.NewReplacer(id, "1").Replace("aa"))                          // text: <?>
}

func fillIn(w io.Writer, n int) { fmt.Fprintf(w, "n=%d;", n) }

func fillBuffer(b *strings.Builder, id string) {
	b.WriteString("id=")
	b.WriteString(id)
}

func fillSome(w io.Writer, n int) {
	if n > 0 {
		io.WriteString(w, "some")
	}
}

func writers(n int, id string) {
	var b strings.Builder
	b.WriteString("a:")
	fillIn(&b, n)
	fillBuffer(&b, id)
	see(b.String()) // text: a:n=<n %d>;id=<id>

	var c bytes.Buffer
	fillSome(&c, n)
	see(c.String()) // text: <?>
}

func pipes(n int, id string) {
	r, w := io.Pipe()
	go func() {
		defer w.Close()
		fmt.Fprintf(w, "n=%d", n)
		io.WriteString(w, "!")
	}()
	see(r) // text: n=<n %d>!

	r2, w2 := io.Pipe()
	go func() {
		for range n {
			io.WriteString(w2, id)
		}
		w2.Close()
	}()
	see(r2) // text: <?>

	r4, w4 := io.Pipe()
	go func() {
		w4.CloseWithError(json.NewEncoder(w4).Encode(id))
	}()
	see(r4) // text: <id json>

	r3, w3 := io.Pipe()
	go fillIn(w3, n)
	see(r3) // text: <?>
}

var page = template.Must(template.New("page").Parse(`{"n": {{.N}}, "id": "{{ .In.ID }}", "price": {{printf "%.2f" .Price}}{{/* nothing */}}}`))

type pageData struct {
	N     int
	Price float64
	In    struct{ ID string }
}

func templates(d pageData, amount float64) {
	var b strings.Builder
	page.Execute(&b, d)
	see(b.String()) // text: {"n": <d.0 %v>, "id": "<d.2.0 %v>", "price": <d.1 %.2f>}

	var c bytes.Buffer
	page.Execute(&c, map[string]any{"N": 7, "Price": 2.5, "In": map[string]any{"ID": "x"}})
	see(c.String()) // text: {"n": 7, "id": "<?>", "price": 2.50}

	t, _ := template.New("t").Parse(`{{.Price | printf "%d"}}{{if .N}}1{{end}}`)
	var e bytes.Buffer
	t.Execute(&e, d)
	see(e.String()) // text: <?>
}
