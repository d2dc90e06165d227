import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignBrief, TaskBrief } from '#domain/campaign-brief.ts';
import { useIsPhone } from '../../parts/use-media.ts';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';
import { CountField, BriefDay, LinesField, plainLine, TextField } from './brief-fields.tsx';

interface Given {
  brief: CampaignBrief;
  change(brief: CampaignBrief): void;
}

/** What a person writes of a circular; figures that were measured are not among it. */
export function BriefForm(given: Given): ReactNode {
  const words = useWords(circularWords);
  const { groups } = words;
  const isPhone = useIsPhone();
  return (
    <div className="brief-form">
      <Group title={groups.head} isOpen={!isPhone}>
        <Head {...given} />
      </Group>
      <Group title={groups.basis}>
        <Basis {...given} />
      </Group>
      <Group title={groups.tasks}>
        <Tasks {...given} />
      </Group>
      <Group title={groups.errorReports}>
        <ErrorReports {...given} />
      </Group>
      <Group title={groups.inquiries}>
        <Inquiries {...given} />
      </Group>
      <Group title={groups.consolidation}>
        <LinesField
          label={words.fields.consolidation}
          value={given.brief.consolidation}
          {...plainLine}
          change={setter(given, 'consolidation')}
        />
      </Group>
      <Group title={groups.repeat}>
        <LinesField
          label={words.fields.repeatOffenders}
          value={given.brief.repeatOffenders}
          write={({ unit, since }) => `${unit} ${since}`}
          read={(line) => {
            const [unit = '', ...since] = line.split(/\s+/);
            return { unit, since: since.join(' ') };
          }}
          change={setter(given, 'repeatOffenders')}
        />
      </Group>
    </div>
  );
}

function Group({
  title,
  isOpen = false,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <div className="brief-group">{children}</div>
    </details>
  );
}

/** Sets one member; one without a value is left out. */
function setter<K extends keyof CampaignBrief>({ brief, change }: Given, name: K) {
  return (value: CampaignBrief[K] | undefined) => {
    const { [name]: _before, ...rest } = brief;
    change(value === undefined ? rest : { ...rest, [name]: value });
  };
}

function Head(given: Given): ReactNode {
  const { fields, titleHint } = useWords(circularWords);
  const { brief } = given;
  return (
    <>
      {(['region', 'period', 'title', 'issuer', 'salutation'] as const).map((name) => (
        <TextField
          key={name}
          label={fields[name]}
          {...(name === 'title' && { hint: titleHint })}
          value={brief[name]}
          change={setter(given, name)}
        />
      ))}
      <BriefDay label={fields.date} value={brief.date} change={setter(given, 'date')} />
      <LinesField
        label={fields.copiesTo}
        value={brief.copiesTo}
        {...plainLine}
        change={setter(given, 'copiesTo')}
      />
    </>
  );
}

function Basis(given: Given): ReactNode {
  const { fields } = useWords(circularWords);
  const { brief } = given;
  const ratio = brief.samplingRatio;
  const setRatio = setter(given, 'samplingRatio');
  return (
    <>
      <TextField label={fields.basis} value={brief.basis} change={setter(given, 'basis')} />
      <TextField
        label={fields.commissionedTo}
        value={brief.commissionedTo}
        change={setter(given, 'commissionedTo')}
      />
      <CountField
        label={fields.samplingRatio}
        value={ratio === undefined ? undefined : Math.round(ratio * 1000) / 10}
        change={(percent) => setRatio(percent === undefined ? undefined : percent / 100)}
      />
    </>
  );
}

function ErrorReports(given: Given): ReactNode {
  const { fields, included } = useWords(circularWords);
  const set = setter(given, 'errorReports');
  const value = given.brief.errorReports;
  const part = (changed: Partial<NonNullable<typeof value>>) =>
    set(defined({ total: 0, ...value, ...changed }));
  return (
    <>
      <Checkbox
        checked={value !== undefined}
        onChange={({ target }) => set(target.checked ? { total: 0 } : undefined)}
      >
        {included}
      </Checkbox>
      {value && (
        <>
          <CountField
            label={fields.total}
            value={value.total}
            change={(total) => part({ total: total ?? 0 })}
          />
          {(['replied', 'satisfied'] as const).map((name) => (
            <CountField
              key={name}
              label={fields[name]}
              value={value[name]}
              change={(count) => part({ [name]: count })}
            />
          ))}
          <BriefDay
            label={fields.cutoff}
            value={value.cutoff}
            change={(cutoff) => part({ cutoff } as object)}
          />
          <LinesField
            label={fields.bySite}
            value={value.bySite}
            write={({ name, count }) => `${name} ${count}`}
            read={(line) => {
              const count = Number(/\d+$/.exec(line)?.[0] ?? 0);
              return { name: line.replace(/\s*\d+$/, ''), count };
            }}
            change={(bySite) => part({ bySite } as object)}
          />
        </>
      )}
    </>
  );
}

function Inquiries(given: Given): ReactNode {
  const { fields, included } = useWords(circularWords);
  const set = setter(given, 'inquiries');
  const value = given.brief.inquiries;
  const part = (changed: object) => set(defined({ received: 0, ...value, ...changed }));
  return (
    <>
      <Checkbox
        checked={value !== undefined}
        onChange={({ target }) => set(target.checked ? { received: 0 } : undefined)}
      >
        {included}
      </Checkbox>
      {value && (
        <>
          {(['received', 'handled', 'inProgress', 'unpublished'] as const).map((name) => (
            <CountField
              key={name}
              label={fields[name]}
              value={value[name]}
              change={(count) => part({ [name]: name === 'received' ? (count ?? 0) : count })}
            />
          ))}
          <BriefDay
            label={fields.cutoff}
            value={value.cutoff}
            change={(cutoff) => part({ cutoff })}
          />
          <LinesField
            label={fields.goodUnits}
            value={value.goodUnits}
            {...plainLine}
            change={(goodUnits) => part({ goodUnits })}
          />
          <TextField label={fields.note} value={value.note} change={(note) => part({ note })} />
        </>
      )}
    </>
  );
}

function Tasks(given: Given): ReactNode {
  const words = useWords(circularWords);
  const set = setter(given, 'tasks');
  const tasks = given.brief.tasks ?? [];
  const put = (at: number, task: TaskBrief) => set(tasks.with(at, task));
  return (
    <>
      {tasks.map((task, at) => (
        <fieldset key={at} className="brief-task">
          <legend>{words.task(at + 1)}</legend>
          <OneTask task={task} change={(changed) => put(at, changed)} />
          <Button
            size="small"
            danger
            onClick={() => set(tasks.length === 1 ? undefined : tasks.toSpliced(at, 1))}
          >
            {words.removeTask(String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => set([...tasks, { heading: words.task(tasks.length + 1) }])}>
        {words.addTask}
      </Button>
    </>
  );
}

function OneTask({ task, change }: { task: TaskBrief; change(task: TaskBrief): void }): ReactNode {
  const { fields } = useWords(circularWords);
  const part = (changed: object) => change(defined({ ...task, ...changed }));
  return (
    <>
      <TextField
        label={fields.heading}
        value={task.heading}
        change={(heading) => part({ heading: heading ?? '' })}
      />
      <TextField label={fields.text} value={task.text} change={(text) => part({ text })} />
      <LinesField
        label={fields.units}
        value={task.units}
        {...plainLine}
        change={(units) => part({ units })}
      />
      <BriefDay
        label={fields.deadline}
        value={task.deadline}
        change={(deadline) => part({ deadline })}
      />
      <Checkbox
        checked={task.opensSite ?? false}
        onChange={({ target }) => part({ opensSite: target.checked ? true : undefined })}
      >
        {fields.opensSite}
      </Checkbox>
    </>
  );
}

/** Without members that have no value: they would be sent as null. */
function defined<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept) as T;
}
