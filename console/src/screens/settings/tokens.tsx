import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type RightName, rights } from '#domain/rights.ts';
import type { Answer } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ConfirmPress } from '../../parts/confirm-press.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { useDates } from '../../words/use-figures.ts';
import { SettingsNav } from './settings-nav.tsx';
import { ShownOnce } from './shown-once.tsx';
import './settings.css';

type Token = Answer<'GET /me/tokens'>['items'][number];

/** The reader's own tokens for programs. */
export default function Tokens(): ReactNode {
  const words = useWords(settingsWords);
  const { data, error, refetch } = useAsk('GET /me/tokens');
  const [isAdding, setAdding] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  return (
    <>
      <PageHead title={words.pages.tokens} facts={<span>{words.about.tokens}</span>}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {words.addToken}
        </Button>
      </PageHead>
      <SettingsNav />
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.items.length === 0 && (
        <EmptyState title={words.tokensEmpty} hint={words.tokensEmptyHint} />
      )}
      {data && data.items.length > 0 && <TokenTable tokens={data.items} />}
      {isAdding && <AddToken close={() => setAdding(false)} show={setToken} />}
      {token !== null && (
        <ShownOnce title={words.tokenOnce} secret={token} close={() => setToken(null)} />
      )}
    </>
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }): ReactNode {
  const words = useWords(settingsWords);
  const dates = useDates();
  const end = useAct('DELETE /me/tokens/{token}', ['GET /me/tokens']);
  return (
    <PlainTable<Token>
      label={words.pages.tokens}
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: words.tokenName, width: 200, render: ({ name }) => name },
        {
          key: 'scopes',
          title: words.scopes,
          render: ({ scopes }) => <code>{scopes.join(', ')}</code>,
        },
        {
          key: 'ends',
          title: words.expiresAt,
          width: 160,
          render: ({ expiresAt }) => (expiresAt === null ? words.never : dates.day(expiresAt)),
        },
        {
          key: 'used',
          title: words.usedAt,
          width: 190,
          render: ({ usedAt }) => (usedAt === null ? words.notUsed : dates.instant(usedAt)),
        },
        {
          key: 'acts',
          title: '',
          width: 100,
          render: ({ id, revokedAt }) =>
            revokedAt !== null ? (
              words.revoked
            ) : (
              <ConfirmPress
                size="small"
                label={words.revoke}
                hint={words.revokeHint}
                done={words.revoked}
                act={() => end.mutateAsync({ params: { token: id } })}
              />
            ),
        },
      ]}
    />
  );
}

function AddToken({ close, show }: { close(): void; show(token: string): void }): ReactNode {
  const words = useWords(settingsWords);
  const required = useRequired();
  const { may } = useSession();
  const make = useAct('POST /me/tokens', ['GET /me/tokens']);
  const own = (Object.keys(rights) as RightName[]).filter(may);
  return (
    <FormModal<{ name: string; scopes: string[]; expiresAt?: string }>
      title={words.addToken}
      hint={words.tokensEmptyHint}
      error={make.error}
      isBusy={make.isPending}
      close={close}
      send={({ expiresAt, ...given }) =>
        make.mutate(
          { body: { ...given, expiresAt: expiresAt === undefined ? null : endOf(expiresAt) } },
          {
            onSuccess: ({ token }) => {
              close();
              show(token);
            },
          },
        )
      }
    >
      <Form.Item name="name" label={words.tokenName} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="scopes" label={words.scopes} rules={required}>
        <Select mode="multiple" options={own.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="expiresAt" label={words.expiresAt}>
        <DayField />
      </Form.Item>
    </FormModal>
  );
}

/** The last moment of a day in Beijing. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999+08:00`).toISOString();
}
