import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { type FindingLine, FindingRow } from '../../parts/finding-row.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { findingWords } from '../../words/findings.ts';
import { useDates } from '../../words/use-figures.ts';

type Opened = 'explain' | 'appeal' | null;

/** A finding with how to mend it, and what the unit may say against it in time. */
export function AnsweredFinding({ finding }: { finding: FindingLine }): ReactNode {
  const words = useWords(findingWords);
  const { isUnit } = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  return (
    <>
      <FindingRow finding={finding} showUnit={!isUnit} />
      <p className="how-to">
        <strong>{words.mend}</strong> {words.howTo[finding.kind]}
      </p>
      <div className="finding-answers">
        <Said finding={finding} />
        <Speak finding={finding} open={setOpened} />
      </div>
      {opened === 'explain' && <Explain finding={finding} close={() => setOpened(null)} />}
      {opened === 'appeal' && <Appeal finding={finding} close={() => setOpened(null)} />}
    </>
  );
}

function Said({ finding }: { finding: FindingLine }): ReactNode {
  const words = useWords(findingWords);
  const dates = useDates();
  return (
    <>
      {finding.explanations.map(({ state, validUntil }, index) => (
        <span key={`${state}-${index}`} className="said">
          {words.explanations} <StateTag thing="explanation" state={state} />
          {validUntil !== null && (
            <span className="quiet">{words.validUntil(dates.day(validUntil))}</span>
          )}
        </span>
      ))}
      {finding.appeals.map((state, index) => (
        <span key={`${state}-${index}`} className="said">
          {words.appeals} <StateTag thing="appeal" state={state} />
        </span>
      ))}
    </>
  );
}

/** The acts, while units are heard and the finding is charged. */
function Speak({ finding, open }: { finding: FindingLine; open(what: Opened): void }): ReactNode {
  const words = useWords(findingWords);
  const { may } = useSession();
  const maySpeak = may('appeal.file');
  const { data } = useAsk('GET /campaigns/{campaign}/hearing', {
    params: { campaign: finding.campaignId },
    when: maySpeak,
  });
  const clock = data?.clock;
  if (!maySpeak || !finding.isCharged || !clock || clock.left.overdue) return null;
  const isExplained = finding.explanations.some(({ state }) => state !== 'void');
  const isAppealed = finding.appeals.some((state) => state !== 'withdrawn');
  const isBeforePublication = clock.thing === 'campaign';
  return (
    <span className="finding-acts">
      {!isExplained && isBeforePublication && (
        <Button size="small" onClick={() => open('explain')}>
          {words.explain}
        </Button>
      )}
      {!isAppealed && (
        <Button size="small" onClick={() => open('appeal')}>
          {words.appeal}
        </Button>
      )}
    </span>
  );
}

interface FormProps {
  finding: FindingLine;
  close(): void;
}

function Explain({ finding, close }: FormProps): ReactNode {
  const words = useWords(findingWords);
  const required = useRequired();
  const { message } = App.useApp();
  const claim = useAct('POST /findings/{finding}/explanations');
  return (
    <FormModal<{ statement: string; proof?: string }>
      title={words.explainTitle}
      hint={words.explainHint}
      error={claim.error}
      isBusy={claim.isPending}
      close={close}
      send={({ statement, proof }) =>
        claim.mutate(
          { params: { finding: finding.id }, body: { statement, proof: proof?.trim() || null } },
          {
            onSuccess: () => {
              void message.success(words.explained);
              close();
            },
          },
        )
      }
    >
      <Subject finding={finding} />
      <Form.Item name="statement" label={words.statement} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="proof" label={words.proof}>
        <Input maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}

function Appeal({ finding, close }: FormProps): ReactNode {
  const words = useWords(findingWords);
  const required = useRequired();
  const { message } = App.useApp();
  const file = useAct('POST /findings/{finding}/appeals');
  return (
    <FormModal<{ grounds: string; proof?: string }>
      title={words.appealTitle}
      hint={words.appealHint}
      error={file.error}
      isBusy={file.isPending}
      close={close}
      send={({ grounds, proof }) =>
        file.mutate(
          { params: { finding: finding.id }, body: { grounds, proof: proof?.trim() || null } },
          {
            onSuccess: () => {
              void message.success(words.appealed);
              close();
            },
          },
        )
      }
    >
      <Subject finding={finding} />
      <Form.Item name="grounds" label={words.grounds} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="proof" label={words.proof}>
        <Input maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}

/** What is spoken of, and until when it may be. */
function Subject({ finding }: { finding: FindingLine }): ReactNode {
  const words = useWords(findingWords);
  const { data } = useAsk('GET /campaigns/{campaign}/hearing', {
    params: { campaign: finding.campaignId },
  });
  return (
    <div className="finding-subject">
      <p lang="zh-CN">{finding.sentence}</p>
      {data?.clock && (
        <p>
          {words.until} <ClockChip clock={data.clock} />
        </p>
      )}
    </div>
  );
}
