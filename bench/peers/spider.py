"""spider.py JOB.json : crawls the sites of a job with Scrapy and checks what they link to."""

import json
import sys
from urllib.parse import urlsplit

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import HtmlResponse
from scrapy.linkextractors import LinkExtractor

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)
hosts = {urlsplit(homepage).netloc for homepage in job["homepages"]}
seen = set(job["homepages"])
outcome = {"pages": 0, "links": 0, "dead": []}


class Links(scrapy.Spider):
    name = "links"
    start_urls = job["homepages"]
    handle_httpstatus_list = list(range(400, 600))
    extractor = LinkExtractor(
        tags=("a", "area", "img", "iframe", "frame"), attrs=("href", "src"), deny_extensions=[]
    )

    async def start(self):
        for url in self.start_urls:
            yield self.ask(url)

    def ask(self, url):
        # Scrapy's own filter would drop a redirect loop without a word.
        return scrapy.Request(
            url, self.parse, errback=self.failed, cb_kwargs={"asked": url}, dont_filter=True
        )

    def parse(self, response, asked):
        outcome["links"] += 1
        if response.status >= 400:
            outcome["dead"].append(asked)
            return
        own = urlsplit(response.url).netloc in hosts
        if not own or not isinstance(response, HtmlResponse):
            return
        outcome["pages"] += 1
        for link in self.extractor.extract_links(response):
            if link.url not in seen:
                seen.add(link.url)
                yield self.ask(link.url)

    def failed(self, failure):
        outcome["links"] += 1
        outcome["dead"].append(failure.request.cb_kwargs["asked"])


process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": job["concurrency"],
        "CONCURRENT_REQUESTS_PER_DOMAIN": job["concurrency"],
        "DOWNLOAD_DELAY": 0,
        "DOWNLOAD_TIMEOUT": job["timeoutSeconds"],
        "RETRY_TIMES": job["retries"],
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "CRITICAL",
    }
)
process.crawl(Links)
process.start()
outcome["dead"] = sorted(set(outcome["dead"]))
with open(job["out"], "w", encoding="utf-8") as file:
    json.dump(outcome, file)
