module verktoy.example/webhookctl

go 1.25.0
