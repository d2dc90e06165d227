import { useAct } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import type { InquirySheet } from './inquiry.tsx';
import type { Offer } from './use-inquiry-acts.ts';

/**
 * Whether the reader answers for a unit, told by the unit's path: as far as can be told here. The
 * service asks again.
 */
export function useIsOurs(): (unitPath: string | null) => boolean {
  const { me, may } = useSession();
  const units = me.posts.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  return (path) =>
    may('matter.answer') && path !== null && units.some((unit) => path.includes(`/${unit}/`));
}

/** Helping with an inquiry (协办): the leading unit asks, another one gives its opinion. */
export function useHelpingActs({ id, state, unitPath, helpers }: InquirySheet): Offer[] {
  const words = useWords(matterWords);
  const isOurs = useIsOurs();
  const params = { inquiry: id };
  const ask = useAct('POST /inquiries/{inquiry}/helpers');
  const speak = useAct('POST /inquiries/{inquiry}/opinion');
  const release = useAct('DELETE /inquiries/{inquiry}/helpers/{helper}');
  const isHandled = state === 'handling' || state === 'asking';
  const open = helpers.filter(({ answeredAt }) => answeredAt === null);
  const names = open.map(({ unitId, unit }) => [String(unitId), { zh: unit, en: unit }] as const);
  const leads = isHandled && isOurs(unitPath);
  return [
    [
      isHandled && open.some((helper) => isOurs(helper.unitPath)),
      {
        name: 'opinion',
        hint: words.opinionHint,
        fields: [{ name: 'opinion', kind: 'answer' }],
        send: (body) => speak.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      leads,
      {
        name: 'help',
        hint: words.helpHint,
        fields: [
          { name: 'unitId', kind: 'helping-unit' },
          { name: 'reason', kind: 'text' },
        ],
        send: (body) => ask.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      leads && open.length > 0,
      {
        name: 'release',
        hint: words.releaseHint,
        fields: [
          { name: 'helper', kind: 'choice', of: Object.fromEntries(names) },
          { name: 'reason', kind: 'text' },
        ],
        send: ({ helper, reason }) =>
          release.mutateAsync({
            params: { ...params, helper: Number(helper) },
            query: { reason: String(reason) },
          }),
      },
    ],
  ];
}
