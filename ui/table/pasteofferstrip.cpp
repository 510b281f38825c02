#include "ui/table/pasteofferstrip.h"

#include "ui/grid/selectionedits.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

PasteOfferStrip::PasteOfferStrip(const Theme &theme, SelectionEdits &edits, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edits(edits)
    , m_text(new QLabel(this))
    , m_onto(new QPushButton(this))
    , m_allNew(new QPushButton(this))
{
    setObjectName(u"pasteOffer"_s);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_onto->setObjectName(u"pasteOnto"_s);
    m_onto->setAccessibleName(tr("Paste, and add the other rows"));
    m_onto->setToolTip(u"Ctrl+V"_s);
    m_allNew->setObjectName(u"pasteAllNew"_s);
    m_allNew->setAccessibleName(tr("Add all of them as new rows"));
    m_allNew->setToolTip(u"Ctrl+Shift+V"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_onto);
    layout->addWidget(m_allNew);
    connect(m_onto, &QPushButton::clicked, this, [this] { m_edits.takeOffer(false); });
    connect(m_allNew, &QPushButton::clicked, this, [this] { m_edits.takeOffer(true); });
    connect(&edits, &SelectionEdits::offerChanged, this, &PasteOfferStrip::update);
    connect(&theme, &Theme::changed, this, &PasteOfferStrip::tint);
    tint();
    update();
}

void PasteOfferStrip::update()
{
    const auto &offer = m_edits.offer();
    setVisible(offer.has_value());
    if (!offer)
        return;
    const auto all = offer->block.size();
    m_text->setText(tr("Rows to paste: %L1, left in the table: %L2. Nothing is pasted yet: Ctrl+V again adds "
                       "the others as new rows, Ctrl+Shift+V adds all of them, Esc leaves it.")
                        .arg(all)
                        .arg(offer->there));
    m_onto->setText(tr("Paste %L1, add %L2").arg(offer->there).arg(all - offer->there));
    m_allNew->setText(tr("Add %L1 rows").arg(all));
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void PasteOfferStrip::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::ChangedGround));
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Changed));
    setPalette(colors);
    m_text->setPalette(colors);
}

} // namespace squall::ui
