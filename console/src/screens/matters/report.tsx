import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { faults, truths } from '#domain/error-report.ts';
import { useAsk } from '../../api/use-ask.ts';
import { addressOf } from '../../api/ask.ts';
import { SentPicture } from '../../parts/sent-picture.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';
import { Contact } from './contact.tsx';
import { type ActOf, MatterAct } from './matter-act.tsx';
import { type HistoryEvent, MatterDue, MatterHistory, MatterState } from './matter-facts.tsx';
import { MarkedText, Merged, type Span } from './matter-words.tsx';
import { WriterPictures } from './writer-pictures.tsx';
import { useReportActs } from './use-report-acts.ts';

/** An error report as its page needs it: docs/public-matters.md. */
export interface ReportSheet {
  id: number;
  state: string;
  text: string;
  page_url: string;
  fault: keyof typeof faults;
  unit: string | null;
  deadline: { dueOn: string };
  left: unknown;
  life: unknown;
  history: HistoryEvent[];
  captures: Capture[];
  personalData: Span[];
  masked: { text: string };
  site: string | null;
  site_id: number | null;
  lead_id: number | null;
  followers: number[];
  hasContact: boolean;
  truth: keyof typeof truths | null;
  unit_truth: keyof typeof truths | null;
  finding_id: number | null;
  answer: string | null;
}

interface Capture {
  id: number;
  when: 'submitted' | 'answered';
  at: string;
  failure: string | null;
  status: number | null;
  hasPicture: boolean;
}

/** One error report: what was written and seen, who answers, what the reader may do. */
export default function Report(): ReactNode {
  const { report = '' } = useParams();
  const id = Number(report);
  const words = useWords(matterWords);
  const { data, error, refetch } = useAsk('GET /error-reports/{report}', {
    params: { report: id },
  });
  const sheet = data as unknown as ReportSheet | undefined;
  return (
    <SideSheet title={words.reportOf(id)} backTo="/matters/reports">
      {error && <ErrorState error={error} retry={refetch} />}
      {!sheet && !error && <Skeleton lines={8} />}
      {sheet && sheet.id === id && <Sheet report={sheet} />}
    </SideSheet>
  );
}

function Sheet({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const language = useLanguage();
  return (
    <>
      <div className="finding-head">
        <MatterState of="report" state={report.state} />
        <span>{report.unit ?? words.unassigned}</span>
        <MatterDue
          dueOn={report.deadline.dueOn}
          left={report.left}
          isOver={report.state === 'closed' || report.state === 'refused'}
        />
      </div>
      <Acts report={report} />
      <section>
        <h3>{faults[report.fault][language]}</h3>
        <MarkedText text={report.text} spans={report.personalData} />
        <a href={report.page_url} target="_blank" rel="noreferrer" className="matter-url">
          {report.page_url}
        </a>
        {report.site_id !== null && (
          <p>
            <Link to={`/sites/${report.site_id}`}>{report.site}</Link>
          </p>
        )}
      </section>
      <WriterPictures of={{ report: report.id }} />
      <Contact key={report.id} of={{ report: report.id }} hasContact={report.hasContact} />
      <Merged of="reports" lead={report.lead_id} followers={report.followers} />
      <Answer report={report} />
      <Captures report={report} />
      <MatterHistory history={report.history} />
    </>
  );
}

/** What the unit said, whether the office found it true, and the finding that came of it. */
function Answer({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const language = useLanguage();
  const { answer, truth, unit_truth: unitTruth, finding_id: finding } = report;
  if (answer === null && truth === null && finding === null) return null;
  return (
    <section>
      <h3>{words.answerGiven}</h3>
      {answer !== null && <p className="matter-text">{answer}</p>}
      <p className="quiet">
        {unitTruth !== null && words.unitSays(truths[unitTruth][language])}{' '}
        {truth !== null && words.officeFinds(truths[truth][language])}
      </p>
      {finding !== null && <EvidenceLink finding={finding}>{words.toFinding}</EvidenceLink>}
    </section>
  );
}

function Captures({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const looks = useWords(evidenceWords);
  const dates = useDates();
  return (
    <section>
      <h3>{words.captures}</h3>
      {report.captures.length === 0 && <p className="quiet">{words.noCaptures}</p>}
      <div className="captures">
        {report.captures.map(({ id, when, at, failure, hasPicture }) => (
          <figure key={id}>
            <figcaption>
              {words.capturedAt[when]} <span className="quiet">{dates.instant(at)}</span>
            </figcaption>
            {failure !== null && (
              <p className="quiet">{words.captureFailed(wordOf(looks.outcomes, failure))}</p>
            )}
            {hasPicture && (
              <SentPicture
                alt={words.capturedAt[when]}
                src={addressOf('GET /error-reports/{report}/captures/{capture}', {
                  params: { report: report.id, capture: id },
                })}
              />
            )}
          </figure>
        ))}
      </div>
    </section>
  );
}

function Acts({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const [opened, setOpened] = useState<ActOf | null>(null);
  return (
    <div className="sheet-acts">
      {useReportActs(report).map((act, index) => (
        <Button
          key={act.name}
          type={index === 0 ? 'primary' : 'default'}
          onClick={() => setOpened(act)}
        >
          {words.acts[act.name]}
        </Button>
      ))}
      {opened !== null && <MatterAct act={opened} close={() => setOpened(null)} />}
    </div>
  );
}
