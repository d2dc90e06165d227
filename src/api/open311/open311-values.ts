import { faultNames, faults, type Fault } from '#domain/error-report.ts';
import type { askPublicReports } from '#office/ask-public-reports.ts';
import type { XmlValue } from './to-xml.ts';

type Report = Awaited<ReturnType<typeof askPublicReports>>[number];

/** When the description of the service last changed. */
export const CHANGESET = '2026-11-28T00:00:00Z';
/** What a report is about: the one thing that Open311 does not ask for by itself. */
export const PAGE_ATTRIBUTE = 'page_url';

/** The discovery document: where the service is and what it speaks. */
export function discovery(origin: string): Record<string, XmlValue> {
  return {
    changeset: CHANGESET,
    contact: `${origin}/`,
    key_service: `No key is needed: ${origin}/`,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}/open311/v2`,
        changeset: CHANGESET,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}

/** The services: one for each kind of fault. */
export function services(): Record<string, XmlValue>[] {
  return faultNames.map((fault) => ({
    service_code: fault,
    service_name: faults[fault].zh,
    description: `我为政府网站找错：${faults[fault].zh} (${faults[fault].en})`,
    metadata: true,
    // The receipt is the token: who has none learns no number from sending a report.
    type: 'blackbox',
    keywords: '政府网站,找错',
    group: '我为政府网站找错',
  }));
}

/** What a service asks beside what Open311 asks always: the address of the page. */
export function serviceDefinition(fault: Fault): Record<string, XmlValue> {
  return {
    service_code: fault,
    attributes: [
      {
        variable: true,
        code: PAGE_ATTRIBUTE,
        datatype: 'string',
        required: true,
        datatype_description: 'http:// 或 https:// 开头的完整网址',
        order: 1,
        description: '出错网页的网址',
        values: [],
      },
    ],
  };
}

/** A report as a service request. */
export function serviceRequest(report: Report): Record<string, XmlValue> {
  const isEnded = ['closed', 'refused'].includes(report.state);
  return {
    service_request_id: String(report.id),
    status: isEnded ? 'closed' : 'open',
    status_notes: report.answer,
    service_name: faults[report.fault].zh,
    service_code: report.fault,
    description: report.text,
    agency_responsible: report.unit,
    service_notice: null,
    requested_datetime: report.receivedAt,
    updated_datetime: report.changedAt,
    expected_datetime: report.dueAt,
    address: report.pageUrl,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
