// Package sinktext prints amounts into JSON texts.
package sinktext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"text/template"
)

func send(path string, body io.Reader) error {
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func capturePath(ref string) string { return "/epayment/v1/payments/" + ref + "/capture" }

func Sprintf(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100))) // want `modificationAmount.value text %v float NOK`
}

func SprintfRight(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%d}}`, int64(math.Round(kr*100))))) // want `modificationAmount.value text %d clean NOK`
}

func Decimals(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.2f}}`, kr))) // want `modificationAmount.value text %.2f float|param NOK`
}

func Numbered(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprintf(`{"modificationAmount":{"value":%[2]v,"currency":"%[1]s"}}`, "NOK", kr*100))) // want `modificationAmount.value text %v float NOK`
}

func Appendf(ref string, kr float64) error {
	return send(capturePath(ref), bytes.NewReader(fmt.Appendf(nil, `{"modificationAmount":{"currency":"NOK","value":%f}}`, kr*100))) // want `modificationAmount.value text %f float NOK`
}

func Append(ref string, kr float64) error {
	return send(capturePath(ref), bytes.NewReader(fmt.Append([]byte(`{"modificationAmount":{"currency":"NOK","value":`), kr*100, `}}`))) // want `modificationAmount.value text %v float NOK`
}

func Sprint(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprint(`{"modificationAmount":{"currency":"NOK","value":`, kr*100, `}}`))) // want `modificationAmount.value text %v float NOK`
}

func Fprintf(ref string, kr float64) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, `{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100) // want `modificationAmount.value text %v float NOK`
	return send(capturePath(ref), &buf)
}

func FprintfRight(ref string, kr float64) error {
	buf := new(bytes.Buffer)
	fmt.Fprintf(buf, `{"modificationAmount":{"currency":"NOK","value":%v}}`, math.Round(kr*100)) // want `modificationAmount.value text %v whole NOK`
	return send(capturePath(ref), buf)
}

func FprintfBuilder(ref string, kr float64) error {
	var b strings.Builder
	fmt.Fprintf(&b, `{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100) // want `modificationAmount.value text %v float NOK`
	return send(capturePath(ref), strings.NewReader(b.String()))
}

func Fprint(ref string, kr float64) error {
	var b strings.Builder
	fmt.Fprint(&b, `{"modificationAmount":{"currency":"NOK","value":`, kr*100, "}}") // want `modificationAmount.value text %v float NOK`
	return send(capturePath(ref), strings.NewReader(b.String()))
}

func Pipe(ref string, kr float64) error {
	r, w := io.Pipe()
	go func() {
		defer w.Close()
		fmt.Fprintf(w, `{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100) // want `modificationAmount.value text %v float NOK`
	}()
	return send(capturePath(ref), r)
}

func write(w io.Writer, kr float64) {
	fmt.Fprintf(w, `{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100) // want `modificationAmount.value text %v float NOK`
}

func Writer(ref string, kr float64) error {
	var buf bytes.Buffer
	write(&buf, kr)
	return send(capturePath(ref), &buf)
}

func Concatenated(ref string, kr float64) error {
	body := `{"modificationAmount":{"currency":"NOK","value":` + strconv.FormatFloat(kr*100, 'f', 2, 64) + `}}` // want `modificationAmount.value text %.2f float NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func ConcatenatedInt(ref string, kr float64) error {
	body := `{"modificationAmount":{"currency":"NOK","value":` + strconv.FormatInt(int64(kr*100), 10) + `}}` // want `modificationAmount.value text %d truncated NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func Itoa(ref string, kr float64) error {
	body := `{"modificationAmount":{"currency":"NOK","value":` + strconv.Itoa(int(math.Round(kr*100))) + `}}` // want `modificationAmount.value text %d clean NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func NoDecimals(ref string, kr float64) error {
	body := `{"modificationAmount":{"currency":"NOK","value":` + strconv.FormatFloat(kr*100, 'f', 0, 64) + `}}` // want `modificationAmount.value text %.0f float NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func Shortest(ref string, kr float64) error {
	body := `{"modificationAmount":{"currency":"NOK","value":` + strconv.FormatFloat(math.Round(kr*100), 'f', -1, 64) + `}}` // want `modificationAmount.value text %v whole NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func AppendFloat(ref string, kr float64) error {
	b := []byte(`{"modificationAmount":{"currency":"NOK","value":`)
	b = strconv.AppendFloat(b, kr*100, 'f', 2, 64) // want `modificationAmount.value text %.2f float NOK`
	b = append(b, "}}"...)
	return send(capturePath(ref), bytes.NewReader(b))
}

func AppendInt(ref string, kr float64) error {
	b := []byte(`{"modificationAmount":{"currency":"NOK","value":`)
	b = strconv.AppendInt(b, int64(kr*100), 10) // want `modificationAmount.value text %d truncated NOK`
	b = append(b, '}', '}')
	return send(capturePath(ref), bytes.NewReader(b))
}

const captureTemplate = `{"modificationAmount":{"currency":"NOK","value":%AMOUNT%}}`

func Replace(ref string, kr float64) error {
	body := strings.Replace(captureTemplate, "%AMOUNT%", fmt.Sprint(kr*100), 1) // want `modificationAmount.value text %v float NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func ReplaceAll(ref string, kr float64) error {
	body := strings.ReplaceAll(captureTemplate, "%AMOUNT%", strconv.FormatInt(int64(kr*100), 10)) // want `modificationAmount.value text %d truncated NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

func Replacer(ref string, kr float64) error {
	r := strings.NewReplacer("{{currency}}", "NOK", "{{amount}}", fmt.Sprintf("%.2f", kr*100)) // want `modificationAmount.value text %.2f float NOK`
	return send(capturePath(ref), strings.NewReader(r.Replace(`{"modificationAmount":{"currency":"{{currency}}","value":{{amount}}}}`)))
}

func ReplacerRight(ref string, ore int64) error {
	r := strings.NewReplacer("{{currency}}", "NOK", "{{amount}}", strconv.FormatInt(ore, 10)) // want `modificationAmount.value text %d param NOK`
	return send(capturePath(ref), strings.NewReader(r.Replace(`{"modificationAmount":{"currency":"{{currency}}","value":{{amount}}}}`)))
}

func Builder(ref string, kr float64) error {
	var b strings.Builder
	b.WriteString(`{"modificationAmount":`)
	b.WriteString(`{"currency":"NOK","value":`)
	b.WriteString(strconv.FormatFloat(kr*100, 'f', 2, 64)) // want `modificationAmount.value text %.2f float NOK`
	b.WriteByte('}')
	b.WriteRune('}')
	return send(capturePath(ref), strings.NewReader(b.String()))
}

func BuilderRight(ref string, kr float64) error {
	var b bytes.Buffer
	b.WriteString(`{"modificationAmount":{"currency":"NOK","value":`)
	b.WriteString(strconv.Itoa(int(math.Round(kr * 100)))) // want `modificationAmount.value text %d clean NOK`
	b.WriteString(`}}`)
	return send(capturePath(ref), &b)
}

func Join(ref string, kr float64) error {
	body := strings.Join([]string{`{"modificationAmount":{"currency":"NOK"`, `"value":` + fmt.Sprint(kr*100), `"x":1}}`}, ",") // want `modificationAmount.value text %v float NOK`
	return send(capturePath(ref), strings.NewReader(body))
}

var captureBody = template.Must(template.New("capture").Parse(`{"modificationAmount":{"currency":"NOK","value":{{.Ore}}}}`))

type captureData struct {
	Ore float64
}

func Template(ref string, kr float64) error {
	var buf bytes.Buffer
	if err := captureBody.Execute(&buf, captureData{kr * 100}); err != nil { // want `modificationAmount.value text %v float NOK`
		return err
	}
	return send(capturePath(ref), &buf)
}

func TemplateRight(ref string, kr float64) error {
	var buf bytes.Buffer
	if err := captureBody.Execute(&buf, map[string]any{"Ore": int64(math.Round(kr * 100))}); err != nil { // want `modificationAmount.value text %v clean NOK`
		return err
	}
	return send(capturePath(ref), &buf)
}

func TemplateLocal(ref string, kr float64) error {
	t, err := template.New("capture").Parse(`{"modificationAmount":{"currency":"{{ .Currency }}","value":{{ printf "%.2f" .Amount.Value }}}}`)
	if err != nil {
		return err
	}
	var buf strings.Builder
	data := struct {
		Currency string
		Amount   struct{ Value float64 }
	}{Currency: "NOK"}
	data.Amount.Value = kr * 100
	if err := t.Execute(&buf, data); err != nil { // want `modificationAmount.value text %.2f float NOK`
		return err
	}
	return send(capturePath(ref), strings.NewReader(buf.String()))
}

func format(f float64) string { return fmt.Sprintf("%.2f", f) }

func Formatted(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":`+format(kr*100)+`}}`)) // want `modificationAmount.value text %.2f float NOK`
}

// capture is given the amount as a text.
func capture(ref, value string) error {
	return send(capturePath(ref), strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":`+value+`}}`))
}

func PassedText(ref string, kr float64) error {
	return capture(ref, fmt.Sprintf("%.2f", kr*100)) // want `modificationAmount.value text %.2f float NOK`
}

func PassedTextRight(ref string, kr float64) error {
	return capture(ref, fmt.Sprint(int64(math.Round(kr*100)))) // want `modificationAmount.value text %v clean NOK`
}

// Elsewhere in the text a float may stand, and other names are no amounts.
func Elsewhere(ref string, kr float64) error {
	return send(capturePath(ref), strings.NewReader(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":1990},"value":%v,"text":"{\"value\":%v}"}`, kr, kr)))
}
