import { Alert, App, Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { scoreWords } from '../../words/figures.ts';
import { reviewWords } from '../../words/review.ts';
import { stateWords } from '../../words/states.ts';
import { ClaimGround } from './claim-ground.tsx';
import type { Appeal } from './use-claims.ts';

/** An appeal: given to a reviewer who did not look before, then upheld or not. */
export function AppealDetail({ appeal }: { appeal: Appeal }): ReactNode {
  const words = useWords(reviewWords);
  const { may, me } = useSession();
  const isMine = appeal.assignedTo === me.id;
  const isOpen = appeal.state === 'filed' || appeal.state === 'assigned';
  return (
    <ClaimGround
      claim={appeal}
      thing="appeal"
      text={appeal.grounds}
      at={appeal.filedAt}
      sumTitle={words.ifUpheld}
      note={({ campaign }) =>
        campaign.state === 'published' || campaign.state === 'closed'
          ? words.afterPublication
          : null
      }
    >
      <Standings appeal={appeal} />
      {isOpen && may('appeal.assign') && <AssignAppeal appeal={appeal} />}
      {appeal.state === 'assigned' && isMine && <DecideAppeal appeal={appeal} />}
      {appeal.state === 'assigned' && !isMine && may('appeal.decide') && (
        <p className="quiet">{words.notYours}</p>
      )}
      {appeal.state === 'filed' && <p className="quiet">{words.toBeAssigned}</p>}
    </ClaimGround>
  );
}

interface Standing {
  verdict: 'pass' | 'fail' | 'incomplete' | null;
  score: number | null;
  rank: number | null;
}

/** Where the site stood before and after an upheld appeal. */
function Standings({ appeal }: { appeal: Appeal }): ReactNode {
  const words = useWords(reviewWords);
  const verdicts = useWords(stateWords).verdict;
  const before = appeal.before as unknown as Standing | null;
  const after = appeal.after as unknown as Standing | null;
  if (before === null || after === null) return null;
  const say = ({ verdict, score, rank }: Standing) =>
    [
      scoreWords(score),
      verdict === null ? '' : verdicts[verdict],
      rank === null ? '' : words.rank(rank),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <section>
      <p className="figures">
        {words.before}: {say(before)} → {words.after}: {say(after)}
      </p>
    </section>
  );
}

function AssignAppeal({ appeal }: { appeal: Appeal }): ReactNode {
  const words = useWords(reviewWords);
  const { me } = useSession();
  const { message } = App.useApp();
  const reviewers = useAsk('GET /appeals/{appeal}/reviewers', { params: { appeal: appeal.id } });
  const [chosen, choose] = useState('');
  const act = useAct('POST /appeals/{appeal}/assignment');
  const people = reviewers.data?.items ?? [];
  const person = chosen === '' ? String(people[0]?.id ?? '') : chosen;
  if (reviewers.data && people.length === 0) return <p className="quiet">{words.noReviewer}</p>;
  const assign = () =>
    act.mutate(
      { params: { appeal: appeal.id }, body: { person: Number(person) } },
      { onSuccess: () => void message.success(words.assigned) },
    );
  const given = people.find(({ id }) => id === appeal.assignedTo);
  return (
    <div className="claim-form">
      {appeal.assignedTo !== null && (
        <p>
          {words.assignedTo(
            appeal.assignedTo === me.id ? words.me : (given?.name ?? words.someoneElse),
          )}
        </p>
      )}
      <div className="claim-acts">
        <Choice
          label={words.assignTo}
          value={person}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          change={choose}
        />
        <Button
          type={appeal.state === 'filed' ? 'primary' : 'default'}
          loading={act.isPending}
          disabled={person === ''}
          onClick={assign}
        >
          {words.assign}
        </Button>
      </div>
      {act.error && <Alert type="error" showIcon title={act.error.message} />}
    </div>
  );
}

function DecideAppeal({ appeal }: { appeal: Appeal }): ReactNode {
  const words = useWords(reviewWords);
  const { message } = App.useApp();
  const [upheld, setUpheld] = useState<boolean | null>(null);
  const [decision, setDecision] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useAct('POST /appeals/{appeal}/decision');
  const decide = () => {
    if (upheld === null || decision.trim() === '') return setMissing(true);
    setMissing(false);
    // The form is gone once it is decided: what follows must not hang on it.
    const asked = { params: { appeal: appeal.id }, body: { upheld, decision } };
    act.mutateAsync(asked).then(
      () => void message.success(words.decided),
      () => undefined,
    );
  };
  return (
    <div className="claim-form">
      <Radio.Group
        aria-label={words.decision}
        value={upheld}
        onChange={({ target }) => setUpheld(target.value as boolean)}
        options={[
          { value: true, label: words.uphold },
          { value: false, label: words.dismiss },
        ]}
      />
      <label>
        <span>{words.decision}</span>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={decision}
          onChange={(event) => setDecision(event.target.value)}
        />
      </label>
      {isMissing && <Alert type="error" showIcon title={words.decisionNeeded} />}
      {act.error && <Alert type="error" showIcon title={act.error.message} />}
      <div className="claim-acts">
        <Button type="primary" loading={act.isPending} onClick={decide}>
          {words.decide}
        </Button>
      </div>
    </div>
  );
}
