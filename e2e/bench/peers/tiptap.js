// Tiptap with its starter kit.
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

const blocks = await (await fetch('/blocks.json')).json();
const content = blocks.map(({ heading, text }) => ({ type: heading ? 'heading' : 'paragraph', ...(heading ? { attrs: { level: 2 } } : {}), content: text === '' ? [] : [{ type: 'text', text }] }));
const editor = new Editor({ element: document.querySelector('#root'), extensions: [StarterKit], content: { type: 'doc', content } });
editor.view.dom.spellcheck = false;
