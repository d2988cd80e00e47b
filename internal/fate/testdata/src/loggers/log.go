// Package loggers prints statuses with many loggers.
package loggers

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"testing"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
)

func get() (*http.Response, error) { return nil, nil }

func slogBad() {
	resp, err := get() // status: lost at }
	if err != nil {
		return
	}
	slog.Info("answer", "status", resp.StatusCode, slog.String("line", resp.Status))
}

func zerologBad(l *zerolog.Logger) {
	resp, err := get() // status: lost at }
	if err != nil {
		return
	}
	l.Info().Int("status", resp.StatusCode).Msg("answer")
}

func zerologFatalRight(l *zerolog.Logger) {
	resp, err := get() // status: checked
	if err != nil {
		return
	}
	if resp.Header == nil {
		l.Fatal().Err(errors.New("x")).Msg("no headers")
	}
	if resp.StatusCode != 200 {
		l.Fatal().Int("status", resp.StatusCode).Msg("bad")
	}
}

func zerologFatalOnly(l *zerolog.Logger) {
	resp, err := get() // status: checked
	if err != nil {
		l.Fatal().Err(err).Msg("bad")
	}
	l.Fatal().Int("status", resp.StatusCode).Msg("always")
}

func logrusBad(l logrus.FieldLogger) {
	resp, err := get() // status: lost at }
	if err != nil {
		return
	}
	logrus.WithFields(logrus.Fields{"status": resp.StatusCode}).Info("answer")
	l.WithField("status", resp.Status).Info("answer")
}

// An interface of our own may do anything.
type logger interface{ Log(...any) }

func unknownLoggerRight(l logger) {
	resp, err := get() // status: unknown
	if err != nil {
		return
	}
	l.Log(resp.StatusCode)
}

func fprintBad() {
	resp, err := get() // status: lost at }
	if err != nil {
		return
	}
	fmt.Fprintf(os.Stderr, "status %d\n", resp.StatusCode)
	println(resp.Status)
}

func testLogBad(t *testing.T) {
	resp, err := get() // status: lost at }
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("status %d", resp.StatusCode)
}

func testFatalRight(t *testing.T) {
	resp, err := get() // status: checked
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != 200 {
		t.Fatal(resp.Status)
	}
}
