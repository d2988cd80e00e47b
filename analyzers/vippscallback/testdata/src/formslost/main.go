// Command formslost has handlers of every form, and polls nowhere.
package main

func main() { routes() }
