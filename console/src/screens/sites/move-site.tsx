import { Alert, App, Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { moves, type StateOf } from '#domain/moves.ts';
import { useAct } from '../../api/use-ask.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { stateWords } from '../../words/states.ts';
import type { SiteSheet } from './site-sheet.ts';

interface Given {
  to: StateOf<'site'>;
  reason: string;
}

/** Moves a site on in its life: only where the table of moves leads. */
export function MoveSite({ site, close }: { site: SiteSheet; close(): void }): ReactNode {
  const words = useWords(siteWords);
  const common = useWords(commonWords);
  const states = useWords(stateWords).site;
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const move = useAct('POST /sites/{site}/state');
  const ways: readonly StateOf<'site'>[] = moves.site[site.state];
  const save = (body: Given) =>
    move.mutate(
      { params: { site: site.id }, body },
      {
        onSuccess: () => {
          void message.success(words.saved);
          close();
        },
      },
    );
  const required = [{ required: true, message: common.fieldRequired }];
  return (
    <Modal
      open
      title={`${words.moveTitle}: ${states[site.state]}`}
      okText={common.confirm}
      cancelText={common.cancel}
      confirmLoading={move.isPending}
      okButtonProps={{ disabled: ways.length === 0 }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="quiet">{words.moveHint}</p>
      {move.error && <Alert type="error" showIcon title={move.error.message} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item name="to" label={words.moveTo} rules={required}>
          <Select options={ways.map((value) => ({ value, label: states[value] }))} />
        </Form.Item>
        <Form.Item name="reason" label={words.reason} rules={required}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
