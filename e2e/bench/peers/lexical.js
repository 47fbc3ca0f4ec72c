// Lexical with its rich text.
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const blocks = await (await fetch('/blocks.json')).json();
const root = document.querySelector('#root');
root.contentEditable = 'true';
const editor = createEditor({ namespace: 'bench', nodes: [HeadingNode, QuoteNode], onError: (error) => { throw error; } });
editor.setRootElement(root);
registerRichText(editor);
editor.update(() => {
  $getRoot().clear().append(...blocks.map(({ heading, text }) => (heading ? $createHeadingNode('h2') : $createParagraphNode()).append($createTextNode(text))));
}, { discrete: true });
