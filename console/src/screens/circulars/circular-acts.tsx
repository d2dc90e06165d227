import { Alert, App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Circular } from '#domain/circular.ts';
import { useAct } from '../../api/use-ask.ts';
import { ConfirmSign } from '../../parts/confirm-sign.tsx';
import { useSession } from '../../session/session.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { fieldsOf } from './circular-paper.tsx';
import { FillMatters } from './fill-matters.tsx';
import type { CircularView } from './use-draft.ts';
import '../review/review.css';

/** What can be done with a version where it stands. */
export function CircularActs({
  view,
  isChanged,
}: {
  view: CircularView;
  isChanged: boolean;
}): ReactNode {
  const { may } = useSession();
  const { state } = view;
  const writes = may('circular.draft');
  return (
    <div className="circular-acts">
      {state === 'draft' && writes && <Reconcile view={view} isChanged={isChanged} />}
      {state === 'draft' && writes && <FillMatters circular={view.id} isChanged={isChanged} />}
      {state === 'reconciled' && writes && <Submit view={view} />}
      {state === 'submitted' && may('circular.sign') && <Sign view={view} />}
      {state === 'signed' && may('circular.publish') && <Publish view={view} />}
      {['reconciled', 'submitted', 'signed'].includes(state) && may('circular.return') && (
        <Return view={view} />
      )}
      {state === 'published' && writes && <Correct view={view} />}
    </div>
  );
}

function useRefusal() {
  const { message } = App.useApp();
  return { onError: (error: Error) => void message.error(error.message, 6) };
}

function Reconcile({ view, isChanged }: { view: CircularView; isChanged: boolean }): ReactNode {
  const words = useWords(circularWords);
  const { message } = App.useApp();
  const refusal = useRefusal();
  const reconcile = useAct('POST /circulars/{circular}/reconciliation');
  const redraft = useAct('POST /campaigns/{campaign}/circulars');
  const done = { onSuccess: () => void message.success(words.redrafted), ...refusal };
  return (
    <>
      <Button
        type="primary"
        loading={reconcile.isPending}
        disabled={isChanged || view.contradictions.length > 0}
        onClick={() => reconcile.mutate({ params: { circular: view.id } }, refusal)}
      >
        {words.reconcile}
      </Button>
      {view.number === 1 && (
        <Button
          loading={redraft.isPending}
          disabled={isChanged}
          onClick={() => redraft.mutate({ params: { campaign: view.campaign_id } }, done)}
        >
          {words.redraft}
        </Button>
      )}
    </>
  );
}

function Submit({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const refusal = useRefusal();
  const submit = useAct('POST /circulars/{circular}/submission');
  return (
    <Button
      type="primary"
      loading={submit.isPending}
      onClick={() => submit.mutate({ params: { circular: view.id } }, refusal)}
    >
      {words.submit}
    </Button>
  );
}

function Sign({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const [isOpen, setOpen] = useState(false);
  const sign = useAct('POST /circulars/{circular}/signature');
  const circular = view.circular as unknown as Circular;
  const says = words.signSays;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.sign}
      </Button>
      {isOpen && (
        <ConfirmSign
          title={words.signTitle}
          doWord={words.sign}
          close={() => setOpen(false)}
          act={() => sign.mutateAsync({ params: { circular: view.id } })}
        >
          <ul className="what-happens">
            <li>{says.what(titleOf(circular))}</li>
            <li>{says.facts(circular.annex.rows.length, fieldsOf(circular).length)}</li>
            <li>{says.locked}</li>
            <li>{says.ledger}</li>
          </ul>
        </ConfirmSign>
      )}
    </>
  );
}

function Publish({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const { message, modal } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const publish = useAct('POST /circulars/{circular}/publication');
  const says = words.publishSays;
  const act = async () => {
    const { notes } = await publish.mutateAsync({ params: { circular: view.id } });
    void message.success(words.publishedDone);
    if (notes.length > 0) modal.info({ title: words.notes, content: notes.join('\n') });
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.publish}
      </Button>
      {isOpen && (
        <ConfirmSign
          title={words.publishTitle}
          doWord={words.publish}
          close={() => setOpen(false)}
          act={act}
        >
          <ul className="what-happens">
            <li>{says.what(titleOf(view.circular as unknown as Circular))}</li>
            <li>{says.files}</li>
            <li>{says.clock}</li>
            <li>{says.final}</li>
          </ul>
        </ConfirmSign>
      )}
    </>
  );
}

export function titleOf({ title }: Circular): string {
  return title.map(({ text }) => text).join('');
}

function Return({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal();
  const back = useAct('POST /circulars/{circular}/return');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.returnIt}</Button>
      {isOpen && (
        <ReasonDialog
          title={words.returnIt}
          hint={words.returnHint}
          usual={[]}
          close={() => setOpen(false)}
          done={(reason) =>
            back.mutate({ params: { circular: view.id }, body: { reason } }, refusal)
          }
        />
      )}
    </>
  );
}

function Correct({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal();
  const correct = useAct('POST /campaigns/{campaign}/corrections');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.correct}</Button>
      {correct.error && <Alert type="error" showIcon title={correct.error.message} />}
      {isOpen && (
        <ReasonDialog
          title={words.correct}
          hint={words.correctHint}
          usual={[]}
          close={() => setOpen(false)}
          done={(reason) =>
            void correct
              .mutateAsync({ params: { campaign: view.campaign_id }, body: { reason } })
              .then(({ id }) => navigate(`/circulars/${id}`), refusal.onError)
          }
        />
      )}
    </>
  );
}
