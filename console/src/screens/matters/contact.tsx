import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Contact as ContactData } from '#domain/public-matter.ts';
import { useAct } from '../../api/use-ask.ts';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';

type Of = { inquiry: number } | { report: number };

/** How the writer may be reached: shown to who says why, which the ledger keeps. */
export function Contact({ of, hasContact }: { of: Of; hasContact: boolean }): ReactNode {
  const words = useWords(matterWords);
  const { may } = useSession();
  const [isAsked, setAsked] = useState(false);
  const [read, setRead] = useState<ContactData | null>(null);
  if (!hasContact) return null;
  return (
    <section>
      <h3>{words.contact}</h3>
      {read === null ? (
        <p className="contact-sealed">
          <span className="quiet">{words.contactSealed}</span>{' '}
          {may('matter.contact') && (
            <Button size="small" onClick={() => setAsked(true)}>
              {words.contactRead}
            </Button>
          )}
        </p>
      ) : (
        <dl className="contact-facts">
          {(['name', 'phone', 'email'] as const).map((part) =>
            read[part] ? (
              <div key={part}>
                <dt>{words.contactParts[part]}</dt>
                <dd>{read[part]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      )}
      {isAsked && (
        <WhyRead
          of={of}
          close={() => setAsked(false)}
          show={(contact) => {
            setAsked(false);
            setRead(contact);
          }}
        />
      )}
    </section>
  );
}

function WhyRead({
  of,
  close,
  show,
}: {
  of: Of;
  close(): void;
  show(contact: ContactData): void;
}): ReactNode {
  const words = useWords(matterWords);
  const required = useRequired();
  const ofInquiry = useAct('POST /inquiries/{inquiry}/contact', ['GET /inquiries/{inquiry}']);
  const ofReport = useAct('POST /error-reports/{report}/contact', ['GET /error-reports/{report}']);
  const done = { onSuccess: (contact: object) => show(contact as ContactData) };
  const send = (body: { reason: string }) =>
    'inquiry' in of
      ? ofInquiry.mutate({ params: of, body }, done)
      : ofReport.mutate({ params: of, body }, done);
  return (
    <FormModal<{ reason: string }>
      title={words.contactRead}
      hint={words.contactHint}
      error={ofInquiry.error ?? ofReport.error}
      isBusy={ofInquiry.isPending || ofReport.isPending}
      send={send}
      close={close}
    >
      <Form.Item name="reason" label={words.fields.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
