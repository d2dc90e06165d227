import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { kindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { Facts, RuleAndSum, type Told, told } from './evidence-facts.tsx';
import { EvidencePages } from './evidence-pages.tsx';
import { LedgerLines } from './ledger-lines.tsx';
import { Looks } from './looks.tsx';
import { Said } from './said.tsx';
import './evidence.css';

/** What stands behind one finding. Stands alone, on a screen and on one printed page. */
export default function EvidenceScreen(): ReactNode {
  const { finding = '' } = useParams();
  const params = { finding: Number(finding) };
  const view = useAsk('GET /findings/{finding}', { params });
  const evidence = useAsk('GET /findings/{finding}/evidence', { params });
  const error = view.error ?? evidence.error;
  if (error) return <ErrorState error={error} retry={() => void evidence.refetch()} />;
  if (!view.data || !evidence.data) return <Skeleton lines={14} />;
  return <Sheet of={told(view.data, evidence.data)} />;
}

function Sheet({ of }: { of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const { evidence } = of;
  return (
    <article className="evidence">
      <EvidenceHead of={of} />
      <div className="evidence-grid">
        <div>
          <Panel title={words.where}>
            <Facts of={of} />
          </Panel>
          <Panel title={words.whichRule}>
            <RuleAndSum of={of} />
          </Panel>
          <Panel title={words.said}>
            <Said view={of.view} />
          </Panel>
          <Panel title={words.ledger}>
            <LedgerLines evidence={evidence} />
          </Panel>
        </div>
        <div>
          <Panel title={words.page}>
            <EvidencePages evidence={evidence} />
          </Panel>
          <Panel title={words.records}>
            {!evidence.isArchived && <p className="quiet">{words.notArchived}</p>}
            <Looks visits={evidence.visits} />
          </Panel>
        </div>
      </div>
      <PrintFoot id={of.view.id} />
    </article>
  );
}

function EvidenceHead({ of }: { of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const common = useWords(commonWords);
  const kinds = useWords(kindWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const { view, finding, site } = of;
  const copy = () => {
    void navigator.clipboard.writeText(location.href);
    void message.success(common.linkCopied);
  };
  const inQueue = `/review?campaign=${view.campaignId}&review=${view.review}&finding=${view.id}`;
  return (
    <>
      <PageHead
        title={wordOf(kinds, finding.kind)}
        tags={
          <>
            <StateTag thing="finding" state={view.state} />
            <StateTag thing="review" state={view.review} />
            {view.isCharged && <Tag tone="red">{common.charged}</Tag>}
          </>
        }
        facts={
          <>
            <span>{site.unit}</span>
            <span>{words.evidenceNo(view.id)}</span>
            <ReviewedBy of={of} />
          </>
        }
      >
        {may('finding.review') && <Link to={inQueue}>{words.openReview}</Link>}
        <Button icon={<Icon name="link" size={16} />} onClick={copy}>
          {common.copyLink}
        </Button>
        <Button icon={<Icon name="print" size={16} />} onClick={() => print()}>
          {common.print}
        </Button>
      </PageHead>
      <p className="evidence-sentence" lang="zh-CN">
        {view.sentence}
      </p>
    </>
  );
}

function ReviewedBy({ of }: { of: Told }): ReactNode {
  const words = useWords(evidenceWords);
  const { view, evidence } = of;
  const nameOf = (id: number | null) => evidence.people.find((one) => one.id === id)?.name;
  const [first, second] = [nameOf(view.reviewedBy), nameOf(view.secondedBy)];
  return (
    <>
      {first !== undefined && <span>{words.reviewedBy(first)}</span>}
      {second !== undefined && <span>{words.secondedBy(second)}</span>}
      {view.proposed !== null && <span>{words.proposed[view.proposed]}</span>}
      {view.reviewReason !== null && <q lang="zh-CN">{view.reviewReason}</q>}
    </>
  );
}

function PrintFoot({ id }: { id: number }): ReactNode {
  const words = useWords(evidenceWords);
  const dates = useDates();
  const address = `${location.origin}/findings/${id}`;
  return (
    <footer className="evidence-foot">
      <QrCode text={address} label={words.qrLabel} />
      <div>
        <p>{words.qrHint}</p>
        <p className="address">{address}</p>
        <p className="quiet print-only">
          {words.printedAt(dates.instant(new Date().toISOString()))}
        </p>
      </div>
    </footer>
  );
}
