import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { InstantField } from '../../parts/day-field.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';

interface Given {
  from: string;
  to: string;
  reason: string;
}

/** Maintenance that is reported before it begins excuses the visits that fail meanwhile. */
export function ReportMaintenance({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.maintenanceAct}
      </Button>
      {isOpen && <MaintenanceForm site={site} close={() => setOpen(false)} />}
    </>
  );
}

function MaintenanceForm({ site, close }: { site: number; close(): void }): ReactNode {
  const words = useWords(siteWords);
  const common = useWords(commonWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const report = useAct('POST /sites/{site}/maintenance', ['GET /sites/{site}/availability']);
  const send = (body: Given) =>
    report.mutate(
      { params: { site }, body },
      {
        onSuccess: () => {
          void message.success(words.maintenanceDone);
          close();
        },
      },
    );
  const required = [{ required: true, message: common.fieldRequired }];
  return (
    <Modal
      open
      title={words.maintenanceAct}
      okText={common.confirm}
      cancelText={common.cancel}
      confirmLoading={report.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="quiet">{words.maintenanceHint}</p>
      {report.error && <Alert type="error" showIcon title={report.error.message} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="from" label={words.maintenanceFrom} rules={required}>
          <InstantField />
        </Form.Item>
        <Form.Item name="to" label={words.maintenanceTo} rules={required}>
          <InstantField />
        </Form.Item>
        <Form.Item name="reason" label={words.reason} rules={required}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
