import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { makeQueryClient } from '../api/query-client.ts';
import { SessionGate } from '../session/session.tsx';
import { useLanguage } from '../words/language.ts';
import { antdTheme, useTheme } from './theme.ts';

/** Everything around the screens: what the service knows, how it looks, who is here. */
export function App({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const language = useLanguage();
  const { isDark } = useTheme();
  const client = useMemo(makeQueryClient, []);
  const theme = useMemo(() => antdTheme(isDark), [isDark]);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      {...(nonce !== undefined && { csp: { nonce } })}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntdApp className="app">
        <QueryClientProvider client={client}>
          <SessionGate>{children}</SessionGate>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
