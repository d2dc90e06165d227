"""Two public Open311 clients against the service: georeport (reading, XML and JSON) and three.

`three` is of 2013 and written for Python 2; the two names it misses are given to it, nothing else.
Prints one line a step; exits with 1 at the first that is not as the client and GeoReport v2 have it.
"""

import itertools
import sys

itertools.ifilter = filter

from georeport import GeoReport  # noqa: E402
from three import Three  # noqa: E402

ROOT = sys.argv[1].rstrip('/') + '/open311/v2'
PAGE = sys.argv[2]


def hold(what, fine, seen=''):
    print(('ok   ' if fine else 'FAIL ') + what + ('' if fine else f': {seen!r}'))
    if not fine:
        sys.exit(1)


def read_by_georeport():
    listed = {}
    for kind in ('json', 'xml'):
        client = GeoReport(ROOT, output_format=kind)
        services = client.get_service_list()
        listed[kind] = [one['service_code'] for one in services]
        hold(f'georeport {kind}: services', len(services) >= 7, services)
        for code in listed[kind]:
            definition = client.get_service_definition(code)
            hold(f'georeport {kind}: definition of {code}', definition['service_code'] == code)
        requests = client.get_service_requests()
        requests = requests if isinstance(requests, list) else [requests]
        hold(f'georeport {kind}: requests', len(requests) > 0, requests)
        number = requests[0]['service_request_id']
        one = client.get_service_request(number)
        hold(f'georeport {kind}: request {number}', one['service_request_id'] == number, one)
        dated = client.get_service_requests(
            start_date='2019-05-01T00:00:00Z', end_date='2019-07-01T00:00:00Z', status='open,closed'
        )
        hold(f'georeport {kind}: requests of some days', dated is not None)
    hold('georeport: the same services in both forms', listed['json'] == listed['xml'], listed)


def write_by_three():
    client = Three(ROOT)
    found = client.discovery()
    endpoint = found['endpoints'][0]
    hold('three: discovery', endpoint['url'] == ROOT, found)
    hold('three: formats', 'application/json' in endpoint['formats'], endpoint)
    made = client.post(
        'typo',
        address=PAGE,
        name='Somebody Else',
        email='somebody@example.com',
        description='首页标题有错别字（open311）',
    )
    token = made[0].get('token')
    hold('three: post', bool(token), made)
    told = client.token(token)
    number = told[0].get('service_request_id')
    hold('three: token', bool(number), told)
    one = client.request(number)
    hold('three: request', one[0]['status'] == 'open' and one[0]['service_code'] == 'typo', one)
    listed = client.requests('typo')
    hold('three: requests of a service', number in [r['service_request_id'] for r in listed], listed)
    wrong = client.post('no-such-service', address=PAGE, description='x')
    hold('three: a mistake is told as Open311 has it', wrong[0].get('code') == 404, wrong)
    return number


hold('three posts', bool(write_by_three()))
read_by_georeport()
print('done')
