import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { App } from './app/app.tsx';
import { makeRouter } from './app/router.tsx';
import { carryStyleNonce } from './app/style-nonce.ts';
import { startTheme } from './app/theme.ts';
import { currentLanguage, speak } from './words/language.ts';
import './app/base.css';
import './app/shell.css';
import './parts/parts.css';

const nonce = carryStyleNonce();
startTheme();
speak(currentLanguage());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <App nonce={nonce}>
    <RouterProvider router={makeRouter()} />
  </App>,
);
