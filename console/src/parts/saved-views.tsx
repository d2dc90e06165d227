import { Button, Dropdown, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { Icon } from './icon.tsx';
import { useUndoToast } from './undo-toast.tsx';

interface View {
  name: string;
  search: string;
}

function keyOf(list: string): string {
  return `xunwang-views-${list}`;
}

function read(list: string): View[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(list)) ?? '[]') as View[];
  } catch {
    return [];
  }
}

/** Views of a list that its reader keeps, on this machine: a name for an address. */
export function SavedViews({ of: list }: { of: string }): ReactNode {
  const words = useWords(commonWords);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [views, setViews] = useState(() => read(list));
  const [name, setName] = useState<string | null>(null);
  const undoable = useUndoToast();
  const keep = (next: View[]) => {
    localStorage.setItem(keyOf(list), JSON.stringify(next));
    setViews(next);
  };
  const save = () => {
    if (name === null || name.trim() === '') return;
    const view = { name: name.trim(), search: search.toString() };
    keep([...views.filter((one) => one.name !== view.name), view]);
    setName(null);
  };
  const items = [
    ...views.map((view) => ({
      key: view.name,
      label: (
        <span className="saved-view">
          {view.name}
          <button
            type="button"
            aria-label={words.deleteView(view.name)}
            onClick={(event) => {
              event.stopPropagation();
              keep(views.filter((one) => one.name !== view.name));
              undoable({ text: words.viewDeleted(view.name), undo: () => keep(views) });
            }}
          >
            <Icon name="cross" size={14} />
          </button>
        </span>
      ),
      onClick: () => void navigate({ search: view.search }),
    })),
    ...(views.length === 0 ? [{ key: ' none', label: words.noSavedViews, disabled: true }] : []),
    { key: ' save', label: words.saveView, onClick: () => setName('') },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Icon name="filter" size={16} />}>{words.savedViews}</Button>
      </Dropdown>
      <Modal
        open={name !== null}
        title={words.saveView}
        okText={words.save}
        cancelText={words.cancel}
        onOk={save}
        onCancel={() => setName(null)}
      >
        <Input
          aria-label={words.viewName}
          placeholder={words.viewName}
          value={name ?? ''}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
      </Modal>
    </>
  );
}
