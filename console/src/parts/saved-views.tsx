import { Alert, App, Button, Dropdown, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Answer } from '../api/ask.ts';
import { useAct, useAsk } from '../api/use-ask.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { Icon } from './icon.tsx';
import { useUndoToast } from './undo-toast.tsx';

type View = Answer<'GET /me/views'>['items'][number];

/** Views of a list that its reader keeps, the same on every machine: a name for an address. */
export function SavedViews({ of: list }: { of: string }): ReactNode {
  const words = useWords(commonWords);
  const navigate = useNavigate();
  const [isOpened, setOpened] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const { data } = useAsk('GET /me/views', { query: { list }, when: isOpened });
  const views = data?.items ?? [];
  const items = [
    ...views.map((view) => ({
      key: `${view.id}`,
      label: <OneView view={view} />,
      onClick: () => void navigate({ search: view.search }),
    })),
    ...(views.length === 0 ? [{ key: ' none', label: words.noSavedViews, disabled: true }] : []),
    { key: ' save', label: words.saveView, onClick: () => setNaming(true) },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} onOpenChange={() => setOpened(true)}>
        <Button icon={<Icon name="filter" size={16} />}>{words.savedViews}</Button>
      </Dropdown>
      {isNaming && <SaveView of={list} close={() => setNaming(false)} />}
    </>
  );
}

function OneView({ view: { id, list, name, search } }: { view: View }): ReactNode {
  const words = useWords(commonWords);
  const undoable = useUndoToast();
  const { message } = App.useApp();
  const remove = useAct('DELETE /me/views/{view}', ['GET /me/views']);
  const save = useAct('POST /me/views', ['GET /me/views']);
  const undo = () => save.mutate({ body: { list, name, search } });
  return (
    <span className="saved-view">
      {name}
      <button
        type="button"
        aria-label={words.deleteView(name)}
        onClick={(event) => {
          event.stopPropagation();
          // The button is gone once it is done: what follows must not hang on it.
          remove.mutateAsync({ params: { view: id } }).then(
            () => undoable({ text: words.viewDeleted(name), undo }),
            (error: Error) => void message.error(error.message),
          );
        }}
      >
        <Icon name="cross" size={14} />
      </button>
    </span>
  );
}

function SaveView({ of: list, close }: { of: string; close(): void }): ReactNode {
  const words = useWords(commonWords);
  const [search] = useSearchParams();
  const [name, setName] = useState('');
  const save = useAct('POST /me/views', ['GET /me/views']);
  const send = () => {
    if (name.trim() === '') return;
    const body = { list, name: name.trim(), search: search.toString() };
    save.mutate({ body }, { onSuccess: close });
  };
  return (
    <Modal
      open
      title={words.saveView}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={close}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} />}
      <Input
        aria-label={words.viewName}
        placeholder={words.viewName}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={send}
      />
    </Modal>
  );
}
