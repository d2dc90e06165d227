import { App, Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Role, roles } from '#domain/person.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { roleWords } from '../../words/states.ts';

interface Given {
  role: Role;
  regionId: number;
  unitId?: number;
}

/** Gives somebody a role in a region, or in a unit of it. */
export function GivePost({ person, close }: { person: number; close(): void }): ReactNode {
  const words = useWords(settingsWords);
  const names = useWords(roleWords);
  const required = useRequired();
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const places = useAsk('GET /post-places', { query: q === '' ? {} : { q } });
  const give = useAct('POST /people/{person}/posts');
  return (
    <FormModal<Given>
      title={words.givePost}
      hint={words.unitOnly}
      error={give.error}
      isBusy={give.isPending}
      close={close}
      send={({ unitId, ...post }) =>
        give.mutate(
          { params: { person }, body: { ...post, unitId: unitId ?? null } },
          {
            onSuccess: () => {
              void message.success(words.postGiven);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="role" label={words.role} rules={required}>
        <Select options={roles.map((value) => ({ value, label: names[value] }))} />
      </Form.Item>
      <Form.Item name="regionId" label={words.region} rules={required}>
        <Select
          options={(places.data?.regions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="unitId" label={words.unit}>
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setQ }}
          placeholder={words.unitHint}
          options={(places.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </FormModal>
  );
}
