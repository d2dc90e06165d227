import { App, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormModal } from '../../parts/form-modal.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';

interface Given {
  reportsFrom?: string;
  reportsTo?: string;
  inquiriesFrom?: string;
  inquiriesTo?: string;
}

/** Fills sections (二) and (三) of a draft from the records, within the days that are given. */
export function FillMatters({
  circular,
  isChanged,
}: {
  circular: number;
  isChanged: boolean;
}): ReactNode {
  const words = useWords(circularWords);
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const fill = useAct('POST /circulars/{circular}/matters');
  const send = (given: Given) => {
    const body = {
      ...period('errorReports', given.reportsFrom, given.reportsTo),
      ...period('inquiries', given.inquiriesFrom, given.inquiriesTo),
    };
    fill.mutate(
      { params: { circular }, body },
      {
        onSuccess: ({ contradictions }) => {
          const count = contradictions.length;
          void (count === 0
            ? message.success(words.mattersFilled)
            : message.warning(words.mattersContradict(count), 6));
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button disabled={isChanged} onClick={() => setOpen(true)}>
        {words.fillMatters}
      </Button>
      {isOpen && (
        <FormModal<Given>
          title={words.fillMatters}
          hint={words.fillMattersHint}
          error={fill.error}
          isBusy={fill.isPending}
          send={send}
          close={() => setOpen(false)}
        >
          <Period label={words.fillReports} from="reportsFrom" to="reportsTo" />
          <Period label={words.fillInquiries} from="inquiriesFrom" to="inquiriesTo" />
        </FormModal>
      )}
    </>
  );
}

/** Both days, or the section is left as it is. */
function period<N extends string>(name: N, from: string | undefined, to: string | undefined) {
  if (!from || !to) return {};
  return { [name]: { from, to } } as Record<N, { from: string; to: string }>;
}

function Period({ label, from, to }: { label: string; from: string; to: string }): ReactNode {
  const words = useWords(circularWords);
  return (
    <fieldset className="fill-period">
      <legend>{label}</legend>
      <Form.Item name={from} label={words.fillFrom}>
        <DayField />
      </Form.Item>
      <Form.Item name={to} label={words.fillTo}>
        <DayField />
      </Form.Item>
    </fieldset>
  );
}
