#include "ui/edit/texteditor.h"

#include "ui/edit/inputlook.h"
#include "ui/grid/editabletext.h"
#include "ui/theme/fonts.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

TextEditor::TextEditor(Face face, QWidget *parent)
    : ValueEditor(parent)
    , m_text(new QPlainTextEdit(this))
    , m_mono(new QCheckBox(tr("Monospace"), this))
{
    m_text->setObjectName(u"textEditorText"_s);
    m_text->setAccessibleName(tr("Value"));
    m_text->setTabChangesFocus(true);
    m_mono->setObjectName(u"textEditorMono"_s);
    m_mono->setVisible(face == Face::Text);
    setFocusProxy(m_text);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_mono);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_modified = true;
        emit edited();
    });
    connect(m_mono, &QCheckBox::toggled, this,
            [this](bool mono) { setFace(mono ? Face::Code : Face::Text); });
    setFace(face);
}

void TextEditor::setFace(Face face)
{
    m_text->setFont(ui::font(face == Face::Code ? TextStyle::Code : TextStyle::Body));
}

void TextEditor::setText(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    m_setting = true;
    showText(*m_text, EditableText::shown(QString::fromUtf8(text)));
    m_setting = false;
    // Letters of one width need no shaping, which a very long line takes long for.
    if (m_text->lineWrapMode() == QPlainTextEdit::NoWrap)
        m_mono->setChecked(true);
}

QByteArray TextEditor::text() const
{
    if (!m_modified)
        return m_given;
    return EditableText::meant(*m_text->document(), QString::fromUtf8(m_given)).toUtf8();
}

QString TextEditor::note() const
{
    const auto *document = m_text->document();
    // The document ends with a separator of its own.
    const auto characters = tr("%Ln characters", nullptr, document->characterCount() - 1);
    return document->blockCount() == 1
               ? characters
               : characters + u" · "_s + tr("%Ln lines", nullptr, document->blockCount());
}

} // namespace squall::ui
