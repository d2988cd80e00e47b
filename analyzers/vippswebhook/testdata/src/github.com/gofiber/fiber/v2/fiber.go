package fiber

type Handler = func(*Ctx) error
type Ctx struct{}

func (c *Ctx) Get(key string, def ...string) string { return "" }
func (c *Ctx) BodyParser(v any) error               { return nil }
func (c *Ctx) Body() []byte                         { return nil }
func (c *Ctx) SendStatus(code int) error            { return nil }
func (c *Ctx) Next() error                          { return nil }
func (c *Ctx) OriginalURL() string                  { return "" }

type Router interface{}
type App struct{}

func New() *App                                      { return &App{} }
func (a *App) Post(path string, h ...Handler) Router { return nil }
func (a *App) Use(args ...any) Router                { return nil }
func (a *App) Listen(addr string) error              { return nil }
