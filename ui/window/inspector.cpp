#include "ui/window/inspector.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// More lines than this are said as a number; nobody reads a thousand columns at the side of a window.
constexpr size_t maxLines = 60;

} // namespace

Inspector::Inspector(const Theme &theme, QWidget *parent)
    : SideArea(parent)
    , m_theme(theme)
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Details of the selected object"));
    m_rebuilding.setSingleShot(true);
    m_rebuilding.callOnTimeout(this, &Inspector::rebuild);
    connect(&theme, &Theme::changed, this, &Inspector::rebuild);
    rebuild();
}

void Inspector::show(const models::ObjectDetails &details)
{
    m_details = details;
    m_rebuilding.start();
}

void Inspector::clear()
{
    m_details.reset();
    m_rebuilding.start();
}

void Inspector::rebuild()
{
    auto *content = new QWidget;
    content->setObjectName(u"inspectorContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 16);
    layout->setSpacing(8);
    if (m_details) {
        addHeading(layout);
        for (const auto &section : m_details->sections)
            addSection(layout, section);
    } else {
        auto *hint = new QLabel(tr("Select something to see what it is."), content);
        hint->setWordWrap(true);
        tint(hint, m_theme.color(Token::Faint));
        layout->addWidget(hint);
    }
    layout->addStretch(1);
    setWidget(content);
}

void Inspector::addHeading(QVBoxLayout *layout)
{
    auto *name = new ElidedLabel(m_details->name);
    name->setObjectName(u"inspectorName"_s);
    name->setFont(ui::font(TextStyle::Title));
    auto *what = new QLabel(m_details->what);
    what->setObjectName(u"inspectorKind"_s);
    tint(what, m_theme.color(Token::Faint));
    layout->addWidget(name);
    layout->addWidget(what);
    if (m_details->comment.isEmpty())
        return;
    auto *comment = new QLabel;
    comment->setObjectName(u"inspectorComment"_s);
    comment->setTextFormat(Qt::PlainText);
    comment->setText(m_details->comment);
    comment->setWordWrap(true);
    comment->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tint(comment, m_theme.color(Token::Muted));
    layout->addWidget(comment);
}

void Inspector::addSection(QVBoxLayout *layout, const models::DetailSection &section)
{
    if (!section.title.isEmpty()) {
        layout->addSpacing(8);
        auto *title = new QLabel(section.title);
        title->setFont(ui::font(TextStyle::Strong));
        layout->addWidget(title);
    } else {
        layout->addSpacing(4);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 92);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    int row = 0;
    for (const auto &line : section.lines) {
        if (static_cast<size_t>(row) == maxLines) {
            addLine(
                grid, row,
                {.label = tr("and %Ln more", nullptr, static_cast<int>(section.lines.size() - maxLines))});
            break;
        }
        addLine(grid, row++, line);
    }
    layout->addLayout(grid);
}

void Inspector::addLine(QGridLayout *grid, int row, const models::DetailLine &line)
{
    auto *label = new ElidedLabel(line.label);
    label->setFont(ui::font(line.key ? TextStyle::Strong : TextStyle::Body));
    tint(label, m_theme.color(line.key || line.value.isEmpty() ? Token::Text : Token::Muted));
    grid->addWidget(label, row, 0, 1, line.value.isEmpty() ? 2 : 1);
    if (line.value.isEmpty())
        return;
    auto *value = new ElidedLabel(line.value);
    value->setFont(ui::font(line.code ? TextStyle::Mono : TextStyle::Body));
    value->setAccessibleName(line.label + u": "_s + line.value);
    if (line.link) {
        tint(value, m_theme.color(Token::Accent));
        value->setCursor(Qt::PointingHandCursor);
        value->setFocusPolicy(Qt::StrongFocus);
        // Later, because what is opened is inspected at once, and its details take this label's place.
        connect(
            value, &ElidedLabel::clicked, this, [this, id = *line.link] { emit openRequested(id); },
            Qt::QueuedConnection);
    }
    grid->addWidget(value, row, 1);
}

} // namespace squall::ui
