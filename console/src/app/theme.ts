import { theme as antd, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type Choice = 'light' | 'dark' | 'system';

const KEY = 'xunwang-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
/** Who asks their system for calm gets windows that stand at once. */
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const listeners = new Set<() => void>();

function chosen(): Choice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function isDarkNow(): boolean {
  const choice = chosen();
  return choice === 'system' ? dark.matches : choice === 'dark';
}

function show(): void {
  document.documentElement.dataset['theme'] = isDarkNow() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

/** Begins to follow the choice and the system. */
export function startTheme(): void {
  dark.addEventListener('change', show);
  show();
}

export function chooseTheme(choice: Choice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  show();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen, and whether it is dark now. */
export function useTheme(): { choice: Choice; isDark: boolean } {
  const choice = useSyncExternalStore(listen, chosen);
  const isDark = useSyncExternalStore(listen, isDarkNow);
  return { choice, isDark };
}

const FONT =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', -apple-system, 'Segoe UI', sans-serif";

/**
 * The look of antd's parts. The secondary greys are darker than antd's own, which do not reach the
 * contrast that WCAG AA asks for; the same colours stand in `base.css`.
 */
export function antdTheme(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: isDark ? '#8ab8f0' : '#1b4f8f',
      colorInfo: isDark ? '#8ab8f0' : '#1b4f8f',
      colorSuccess: isDark ? '#4fb583' : '#13693b',
      colorWarning: isDark ? '#d9a23b' : '#9a6400',
      colorError: isDark ? '#f5897e' : '#b42318',
      colorLink: isDark ? '#7fb0ea' : '#1b4f8f',
      colorBgLayout: isDark ? '#14181d' : '#f5f7f9',
      colorBgBase: isDark ? '#1b2026' : '#ffffff',
      ...(isDark && {
        colorBgContainer: '#1b2026',
        colorBgElevated: '#242c36',
        colorBorder: '#465160',
        colorBorderSecondary: '#303843',
      }),
      colorTextBase: isDark ? '#e6eaef' : '#1b2430',
      colorTextSecondary: isDark ? '#b3bdc9' : '#4a5665',
      colorTextTertiary: isDark ? '#9aa6b4' : '#5b6776',
      colorTextQuaternary: isDark ? '#a0acba' : '#667180',
      colorTextPlaceholder: isDark ? '#a0acba' : '#667180',
      colorTextDescription: isDark ? '#9aa6b4' : '#5b6776',
      colorTextDisabled: isDark ? '#a0acba' : '#667180',
      borderRadius: 6,
      fontFamily: FONT,
      fontSize: 14,
      controlHeight: 34,
      motion: !calm.matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      boxShadowTertiary: 'none',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // White words stand on it: darker than the accent of words on dark ground.
        ...(isDark && {
          colorPrimary: '#3b6cab',
          colorPrimaryHover: '#4676b6',
          colorPrimaryActive: '#315d96',
        }),
      },
    },
  };
}
