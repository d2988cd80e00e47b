package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/gin-gonic/gin"

	"lampehuset.example/backend/controllers"
	"lampehuset.example/backend/scheduler"
	"lampehuset.example/backend/services"
)

func main() {
	svc := services.NewVippsService(os.Getenv("VIPPS_API"), os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_SUB"))
	pc := &controllers.PaymentController{Service: svc, WebhookSecret: os.Getenv("VIPPS_WEBHOOK_SECRET")}

	jobs := &scheduler.Scheduler{}
	jobs.Add(scheduler.Task{Name: "vipps", Every: 5 * time.Second, Run: svc.SyncPending})
	jobs.Start(context.Background())

	router := gin.Default()
	v1 := router.Group("/api/v1")
	{
		v1.POST("/payments", pc.CreatePayment)
		v1.POST("/payments/webhook", pc.HandleWebhook)
		v1.GET("/payments/:id", pc.ShowPayment)
	}
	if err := router.Run(":3000"); err != nil {
		log.Fatal(err)
	}
}
