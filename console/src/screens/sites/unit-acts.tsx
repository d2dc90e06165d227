import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { useAct } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { registerWords } from '../../words/register.ts';
import { siteKindWords } from '../../words/states.ts';
import { type RegisterAct, RegisterActWindow } from './register-act.tsx';

type UnitSheet = Answer<'GET /units/{unit}'>;

/** What the reader may do of a unit of the register. */
export function UnitActs({ unit }: { unit: UnitSheet }): ReactNode {
  const words = useWords(registerWords);
  const { may } = useSession();
  const [opened, setOpened] = useState<RegisterAct | null>(null);
  const edits = useEdits(unit);
  const successor = useSuccessor(unit);
  const all = [
    ...(may('register.edit') ? edits : []),
    ...(may('matter.triage') ? [successor] : []),
  ];
  return (
    <>
      {all.map((act) => (
        <Button key={act.name} onClick={() => setOpened(act)}>
          {words.acts[act.name]}
        </Button>
      ))}
      {opened !== null && <RegisterActWindow act={opened} close={() => setOpened(null)} />}
    </>
  );
}

function useEdits({ id, position, parentId }: UnitSheet): RegisterAct[] {
  const kinds = useWords(siteKindWords);
  const navigate = useNavigate();
  const addSite = useAct('POST /sites');
  const rename = useAct('POST /units/{unit}/name');
  const alias = useAct('POST /units/{unit}/aliases');
  const place = useAct('POST /units/{unit}/position');
  const move = useAct('POST /units/{unit}/parent');
  const params = { unit: id };
  return [
    {
      name: 'addSite',
      initial: { kind: 'department' },
      fields: [
        { name: 'homepage', kind: 'line' },
        { name: 'siteName', kind: 'line', isOptional: true },
        { name: 'siteIdCode', kind: 'line', isOptional: true },
        { name: 'kind', kind: 'choice', of: kinds },
        { name: 'reason', kind: 'text', isOptional: true },
      ],
      async send({ siteName, ...given }) {
        const body = { ...filled({ name: siteName, ...given }), unitId: id };
        const made = await addSite.mutateAsync({ body: body as never });
        void navigate(`/sites/${made.id}`);
      },
    },
    {
      name: 'rename',
      fields: [
        { name: 'name', kind: 'line' },
        { name: 'day', kind: 'day', isOptional: true },
        { name: 'reason', kind: 'text', isOptional: true },
      ],
      send: (given) => rename.mutateAsync({ params, body: filled(given) as never }),
    },
    {
      name: 'alias',
      fields: [{ name: 'name', kind: 'line' }],
      send: (given) => alias.mutateAsync({ params, body: given as never }),
    },
    {
      name: 'place',
      initial: { position },
      fields: [{ name: 'position', kind: 'number' }],
      send: (given) => place.mutateAsync({ params, body: given as never }),
    },
    {
      name: 'parent',
      ...(parentId !== null && { initial: { parentId } }),
      fields: [{ name: 'parentId', kind: 'unit', isOptional: true }],
      send: ({ parentId: to }) =>
        move.mutateAsync({ params, body: { parentId: (to as number | undefined) ?? null } }),
    },
  ];
}

/** An institution changed: what is open goes on with the successor. */
function useSuccessor({ id }: UnitSheet): RegisterAct {
  const succeed = useAct('POST /units/{unit}/successor');
  return {
    name: 'successor',
    fields: [
      { name: 'to', kind: 'unit' },
      { name: 'reason', kind: 'text' },
    ],
    send: (given) => succeed.mutateAsync({ params: { unit: id }, body: given as never }),
  };
}

/** A new unit, on the list of units. */
export function AddUnit(): ReactNode {
  const words = useWords(registerWords);
  const navigate = useNavigate();
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  const add = useAct('POST /units');
  if (!may('register.edit')) return null;
  const act: RegisterAct = {
    name: 'addUnit',
    fields: [
      { name: 'name', kind: 'line' },
      { name: 'regionId', kind: 'region' },
      { name: 'parentId', kind: 'unit', isOptional: true },
    ],
    async send(given) {
      const made = await add.mutateAsync({ body: filled(given) as never });
      void navigate(`/units/${made.id}`);
    },
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.acts.addUnit}</Button>
      {isOpen && <RegisterActWindow act={act} close={() => setOpen(false)} />}
    </>
  );
}

/** Fields that were left empty are left out. */
function filled(given: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return Object.fromEntries(entries);
}
