package main

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
	"github.com/labstack/echo/v4"
)

func plain(w http.ResponseWriter, r *http.Request) {
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "not a callback", http.StatusBadRequest)
	}
}

// faint decodes what others send too: only its route tells.
func faint(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "not an order", http.StatusBadRequest)
	}
}

func faint2(w http.ResponseWriter, r *http.Request) { faint(w, r) }
func faint3(w http.ResponseWriter, r *http.Request) { faint(w, r) }
func faint4(w http.ResponseWriter, r *http.Request) { faint(w, r) }

// vippsPaid decodes nothing: its route and its name tell.
func vippsPaid(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
}

func ginPaid(c *gin.Context) {
	var cb callback
	if err := c.ShouldBindJSON(&cb); err != nil {
		c.Status(http.StatusBadRequest)
	}
}

func ginFaint(c *gin.Context) {
	var o order
	if err := c.BindJSON(&o); err != nil {
		c.Status(http.StatusBadRequest)
	}
}

func echoPaid(c echo.Context) error {
	cb := new(callback)
	if err := c.Bind(cb); err != nil {
		return err
	}
	return c.NoContent(http.StatusOK)
}

func fiberPaid(c *fiber.Ctx) error {
	var cb callback
	if err := c.BodyParser(&cb); err != nil {
		return err
	}
	return c.SendStatus(http.StatusOK)
}

func fiberRaw(c *fiber.Ctx) error {
	var cb callback
	if err := json.Unmarshal(c.Body(), &cb); err != nil {
		return err
	}
	return c.SendStatus(http.StatusOK)
}

func withParams(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { faint(w, r) }

func routes() {
	http.HandleFunc("POST /cb/v2/payments/{orderId}", faint) // want "nothing in the program reads the payments of this callback back"
	http.HandleFunc("/vipps/v2/payments/", vippsPaid)        // want "nothing in the program reads the payments of this callback back"

	r := chi.NewRouter()
	r.Post("/cb/v2/payments/{orderId}", faint2) // want "nothing in the program reads the payments of this callback back"
	r.Route("/api", func(r chi.Router) {
		r.Method("POST", "/hook", http.HandlerFunc(plain)) // want "nothing in the program reads the payments of this callback back"
	})

	m := mux.NewRouter()
	m.HandleFunc("/cb/v2/payments/{orderId:[0-9]+}", faint3).Methods("POST")  // want "nothing in the program reads the payments of this callback back"
	m.HandleFunc("/cb/v2/payments/{orderId}", faint4).Methods(http.MethodGet) // a merchant's own page

	g := gin.New()
	g.POST("/hook", ginPaid)                     // want "nothing in the program reads the payments of this callback back"
	g.POST("/cb/v2/payments/:orderId", ginFaint) // want "nothing in the program reads the payments of this callback back"

	e := echo.New()
	e.POST("/hook", echoPaid) // want "nothing in the program reads the payments of this callback back"

	app := fiber.New()
	app.Post("/hook", fiberPaid) // want "nothing in the program reads the payments of this callback back"
	app.Post("/raw", fiberRaw)   // want "nothing in the program reads the payments of this callback back"

	h := httprouter.New()
	h.Handle("POST", "/cb/v2/payments/*rest", withParams) // want "nothing in the program reads the payments of this callback back"
}
