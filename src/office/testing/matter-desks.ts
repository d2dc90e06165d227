import { PUBLIC } from '#domain/person.ts';
import type { NewInquiry } from '#domain/inquiry.ts';
import type { Desk, PublicSide } from '../desk.ts';
import type { SampleOffice } from './sample-office.ts';

/** What the public side needs, in tests. */
export const samplePublicSide: PublicSide = {
  secret: new Uint8Array(32).fill(7),
  errorReportClock: 'error-report-hubei',
  contactDays: 180,
};

/** The desk of somebody of the public in the sample office. */
export function publicDesk(office: SampleOffice): Desk {
  return { ...office.desk('inspector'), actor: PUBLIC, publicSide: samplePublicSide };
}

/** A question to nobody in particular. */
export function sampleInquiry(changes: Partial<NewInquiry> = {}): NewInquiry {
  return {
    kind: 'question',
    title: '社保卡补办',
    text: `请问社保卡丢失后如何补办？第${++asked}问`,
    mayPublish: true,
    ...changes,
  };
}

let asked = 0;
