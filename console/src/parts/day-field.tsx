import { Button, DatePicker } from 'antd';
import enPicker from 'antd/es/date-picker/locale/en_US';
import zhPicker from 'antd/es/date-picker/locale/zh_CN';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useToday } from '../app/use-today.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { useLanguage } from '../words/language.ts';
import { useDates } from '../words/use-figures.ts';
import { Icon } from './icon.tsx';

const DAY = 'YYYY-MM-DD';
/** By the clock of Beijing, whatever the browser's is. */
const ZONE = '+08:00';

/** How a day is written, by language, as `useDates` writes it. */
const written = { zh: 'YYYY年M月D日', en: 'D MMMM YYYY' } as const;
/** How else it may be typed. */
const typed = ['-', '/', '.']
  .flatMap((mark) => [`YYYY${mark}MM${mark}DD`, `YYYY${mark}M${mark}D`])
  .concat('YYYYMMDD', 'YYYY年MM月DD日', 'YYYY年M月D日', 'D MMM YYYY', 'D MMMM YYYY');

/** Year and month of a panel are called as they read: antd's own names leave out what is shown. */
const asShown = { yearSelect: '', monthSelect: '' };
const locales = {
  zh: { ...zhPicker, lang: { ...zhPicker.lang, ...asShown } },
  en: { ...enPicker, lang: { ...enPicker.lang, ...asShown } },
} as const;

/** What a field is given by its form, by its label, or by hand. */
interface Given<T> {
  id?: string;
  value?: T | undefined;
  /** Nothing: the field was emptied. */
  onChange?(value: T | undefined): void;
  'aria-label'?: string;
  'aria-required'?: boolean;
  placeholder?: string;
  /** `2019-05-27`: no day before it. */
  min?: string;
}

/**
 * A day, `2019-05-27`, shown as 2019年5月27日 and typed so or in figures. The browser's own field
 * writes it in the order of the browser's language, not of the page's.
 */
export function DayField({ value, onChange, ...given }: Given<string>): ReactNode {
  const { forms, given: picker } = usePicker(given);
  return (
    <DatePicker
      {...picker}
      format={forms}
      value={value === undefined || value === '' ? null : dayjs(value)}
      onChange={(day: Dayjs | null) => onChange?.(day?.format(DAY))}
    />
  );
}

/** An instant to the minute, as the API has it: 2019年5月27日 15:00. */
export function InstantField({ value, onChange, ...given }: Given<string>): ReactNode {
  const { forms, given: picker } = usePicker(given);
  return (
    <DatePicker
      {...picker}
      showTime={{ format: 'HH:mm' }}
      format={forms.map((form) => `${form} HH:mm`)}
      value={value === undefined || value === '' ? null : wallOf(value)}
      onChange={(at: Dayjs | null) => onChange?.(at === null ? undefined : instantOf(at))}
    />
  );
}

/** Days, each added as it is typed or chosen, and taken away by its cross. */
export function DaysField({ value = [], onChange, ...given }: Given<string[]>): ReactNode {
  const words = useWords(commonWords);
  const dates = useDates();
  const add = (day: string | undefined) => {
    if (day !== undefined && !value.includes(day)) onChange?.([...value, day].toSorted());
  };
  return (
    <div className="days-field">
      {value.length > 0 && (
        <ul>
          {value.map((day) => (
            <li key={day}>
              {dates.day(day)}
              <Button
                type="text"
                size="small"
                aria-label={words.takeOut(dates.day(day))}
                icon={<Icon name="cross" size={14} />}
                onClick={() => onChange?.(value.filter((one) => one !== day))}
              />
            </li>
          ))}
        </ul>
      )}
      {/* Empty again after each day. */}
      <DayField key={value.length} {...given} value={undefined} onChange={add} />
    </div>
  );
}

/** What all of them have: their forms, and the month that opens, which is the office's own. */
function usePicker({ min, ...given }: Omit<Given<never>, 'value' | 'onChange'>) {
  const words = useWords(commonWords);
  const language = useLanguage();
  const today = useToday();
  const forms = [written[language], ...typed];
  return {
    forms,
    given: {
      className: 'day-field',
      locale: locales[language],
      placeholder: words.dayHint,
      ...(today !== null && { defaultPickerValue: dayjs(today) }),
      ...(min !== undefined && { minDate: dayjs(min) }),
      ...given,
    },
  };
}

/** The hands of the clock in Beijing at an instant. */
function wallOf(instant: string): Dayjs {
  const hours = 8 + new Date(instant).getTimezoneOffset() / 60;
  return dayjs(instant).add(hours, 'hour');
}

function instantOf(wall: Dayjs): string {
  return new Date(`${wall.format('YYYY-MM-DDTHH:mm:00')}${ZONE}`).toISOString();
}
