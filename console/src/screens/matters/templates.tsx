import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Item, useAct } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useUndoToast } from '../../parts/undo-toast.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import { MattersNav } from './matters-nav.tsx';
import './matters.css';

type Template = Item<'GET /answer-templates'>;

/** Texts that answers may begin with. */
export default function Templates(): ReactNode {
  const words = useWords(matterWords);
  const { may } = useSession();
  const [edited, setEdited] = useState<Template | 'new' | null>(null);
  const columns: Column<Template>[] = [
    {
      key: 'title',
      title: words.templateTitle,
      width: 220,
      card: 'title',
      render: (template) =>
        may('template.edit') ? (
          <Button type="link" onClick={() => setEdited(template)}>
            {template.title}
          </Button>
        ) : (
          template.title
        ),
    },
    {
      key: 'of',
      title: words.unit,
      width: 180,
      render: ({ unit }) => unit ?? words.ofRegion,
    },
    {
      key: 'text',
      title: words.templateText,
      render: ({ text }) => <span className="matter-text">{text}</span>,
    },
    { key: 'acts', title: '', width: 100, render: (template) => <Remove template={template} /> },
  ];
  return (
    <>
      <PageHead title={words.templates}>
        {may('template.edit') && (
          <Button type="primary" onClick={() => setEdited('new')}>
            {words.addTemplate}
          </Button>
        )}
      </PageHead>
      <MattersNav />
      <DataTable
        route="GET /answer-templates"
        label={words.templates}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: words.templatesEmpty, hint: words.templatesEmptyHint }}
      />
      {edited !== null && <EditTemplate template={edited} close={() => setEdited(null)} />}
    </>
  );
}

/** Taken away at once; for ten seconds the same text can be put back. */
function Remove({ template }: { template: Template }): ReactNode {
  const words = useWords(matterWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const undoable = useUndoToast();
  const remove = useAct('DELETE /answer-templates/{template}', ['GET /answer-templates']);
  const add = useAct('POST /answer-templates', ['GET /answer-templates']);
  if (!may('template.edit')) return null;
  const { id, unitId, regionId, title, text } = template;
  const of = unitId === null ? { regionId } : { unitId };
  const undo = () => add.mutate({ body: { of, title, text } });
  return (
    <Button
      size="small"
      danger
      onClick={() =>
        // The button is gone once it is done: what follows must not hang on it.
        remove.mutateAsync({ params: { template: id } }).then(
          () => undoable({ text: words.removed, undo }),
          (error: Error) => void message.error(error.message),
        )
      }
    >
      {words.remove}
    </Button>
  );
}

function EditTemplate({
  template,
  close,
}: {
  template: Template | 'new';
  close(): void;
}): ReactNode {
  const words = useWords(matterWords);
  const required = useRequired();
  const { me } = useSession();
  const { message } = App.useApp();
  const add = useAct('POST /answer-templates', ['GET /answer-templates']);
  const change = useAct('PUT /answer-templates/{template}', ['GET /answer-templates']);
  const post = me.posts[0];
  const done = {
    onSuccess: () => {
      void message.success(words.saved);
      close();
    },
  };
  const save = (given: { title: string; text: string }) => {
    if (template !== 'new') {
      const { id, version } = template;
      return change.mutate({ params: { template: id }, body: { ...given, version } }, done);
    }
    const of =
      typeof post?.unitId === 'number'
        ? { unitId: post.unitId }
        : { regionId: post?.regionId ?? 0 };
    add.mutate({ body: { of, ...given } }, done);
  };
  return (
    <FormModal<{ title: string; text: string }>
      title={template === 'new' ? words.addTemplate : template.title}
      error={add.error ?? change.error}
      isBusy={add.isPending || change.isPending}
      {...(template !== 'new' && { initial: template })}
      send={save}
      close={close}
      width={600}
    >
      <Form.Item name="title" label={words.templateTitle} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label={words.templateText} rules={required}>
        <Input.TextArea rows={8} maxLength={8000} />
      </Form.Item>
    </FormModal>
  );
}
