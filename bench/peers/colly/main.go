// Crawls the sites of a job with colly and checks what they link to: main JOB.json
package main

import (
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"
)

type job struct {
	Homepages      []string
	Concurrency    int
	Retries        int
	TimeoutSeconds int
	Out            string
}

type outcome struct {
	Pages int      `json:"pages"`
	Links int      `json:"links"`
	Dead  []string `json:"dead"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var asked job
	if err := json.Unmarshal(text, &asked); err != nil {
		panic(err)
	}
	found := crawl(asked)
	written, _ := json.Marshal(found)
	if err := os.WriteFile(asked.Out, written, 0o644); err != nil {
		panic(err)
	}
}

func crawl(asked job) outcome {
	found := outcome{Dead: []string{}}
	hosts := map[string]bool{}
	for _, homepage := range asked.Homepages {
		address, _ := url.Parse(homepage)
		hosts[address.Host] = true
	}
	var lock sync.Mutex
	timeout := time.Duration(asked.TimeoutSeconds) * time.Second
	collector := colly.NewCollector(colly.Async(true), colly.AllowURLRevisit())
	collector.SetRequestTimeout(timeout)
	collector.WithTransport(&http.Transport{
		DialContext:         (&net.Dialer{Timeout: timeout}).DialContext,
		MaxIdleConns:        4096,
		MaxIdleConnsPerHost: asked.Concurrency,
	})
	_ = collector.Limit(&colly.LimitRule{DomainGlob: "*", Parallelism: asked.Concurrency})
	collector.OnRequest(func(request *colly.Request) {
		if request.Ctx.Get("asked") == "" {
			request.Ctx.Put("asked", request.URL.String())
		}
	})
	collector.OnResponse(func(*colly.Response) {
		lock.Lock()
		found.Links++
		lock.Unlock()
	})
	collector.OnError(func(response *colly.Response, _ error) {
		tried, _ := response.Ctx.GetAny("tried").(int)
		if tried < asked.Retries {
			response.Ctx.Put("tried", tried+1)
			_ = response.Request.Retry()
			return
		}
		lock.Lock()
		found.Links++
		found.Dead = append(found.Dead, response.Ctx.Get("asked"))
		lock.Unlock()
	})
	collector.OnHTML("html", func(page *colly.HTMLElement) {
		if !hosts[page.Request.URL.Host] {
			return
		}
		lock.Lock()
		found.Pages++
		lock.Unlock()
		page.ForEach("a[href], area[href]", func(_ int, link *colly.HTMLElement) {
			visit(collector, page.Request.AbsoluteURL(link.Attr("href")))
		})
		page.ForEach("img[src], iframe[src], frame[src]", func(_ int, link *colly.HTMLElement) {
			visit(collector, page.Request.AbsoluteURL(link.Attr("src")))
		})
	})
	for _, homepage := range asked.Homepages {
		visit(collector, homepage)
	}
	collector.Wait()
	return found
}

var visited sync.Map

// visit asks for an address once. Colly's own memory lets the same address through twice when two
// pages name it at the same time.
func visit(collector *colly.Collector, address string) {
	if _, known := visited.LoadOrStore(address, true); !known && address != "" {
		_ = collector.Visit(address)
	}
}
