// Starts the portal in the page.
import './theme/mantine.css';
import './theme/theme.gen.css';
import './theme/fonts.css';
import './theme/base.css';
import './print/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
