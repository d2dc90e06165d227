import { Alert, App, Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { siteKinds } from '#domain/kinds.ts';
import { useAct } from '../../api/use-ask.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { siteKindWords } from '../../words/states.ts';
import type { SiteSheet } from './site-sheet.ts';

type Given = Pick<SiteSheet, 'name' | 'homepage' | 'kind'> & {
  siteIdCode: string;
  reason?: string;
};

/** Changes what a site is from today on; the version that was read guards the change. */
export function EditSite({ site, close }: { site: SiteSheet; close(): void }): ReactNode {
  const words = useWords(siteWords);
  const common = useWords(commonWords);
  const kinds = useWords(siteKindWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const change = useAct('PATCH /sites/{site}');
  const save = ({ siteIdCode, reason, ...given }: Given) => {
    const code = siteIdCode.trim() === '' ? null : siteIdCode.trim();
    const why = reason?.trim() ? { reason } : {};
    const body = { ...given, ...why, siteIdCode: code, version: site.version };
    change.mutate(
      { params: { site: site.id }, body },
      {
        onSuccess: () => {
          void message.success(words.saved);
          close();
        },
      },
    );
  };
  const required = [{ required: true, message: common.fieldRequired }];
  return (
    <Modal
      open
      title={words.edit}
      okText={common.save}
      cancelText={common.cancel}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {change.error && <Alert type="error" showIcon title={change.error.message} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...site, siteIdCode: site.siteIdCode ?? '' }}
        onFinish={save}
      >
        <Form.Item name="name" label={words.name} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="homepage" label={words.homepage} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="siteIdCode" label={words.code}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="kind" label={words.kind}>
          <Select options={siteKinds.map((value) => ({ value, label: kinds[value] }))} />
        </Form.Item>
        <Form.Item name="reason" label={words.reason}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
