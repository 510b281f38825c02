#include "ui/palette/palettepopup.h"

#include "models/palettemodel.h"
#include "ui/palette/palettedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::PaletteModel;

PalettePopup::PalettePopup(PaletteModel &model, const Theme &theme, QWidget *window)
    : QFrame(window)
    , m_model(model)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(tr("Nothing found. “>” searches commands, “@” saved queries."), this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Open anything"));
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(28);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("What to open"));
    m_field->setPlaceholderText(tr("Open a table, view, function … > for commands, @ for saved queries"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setMinimumHeight(metrics::bar);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    connect(m_field, &QLineEdit::textEdited, this, &PalettePopup::search);
    connect(m_list, &QListView::clicked, this, &PalettePopup::choose);
    window->installEventFilter(this);
    hide();
}

void PalettePopup::openWith(const QString &typed)
{
    if (!isVisible())
        rememberFocus();
    m_field->setText(typed);
    search(typed);
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PalettePopup::rememberFocus()
{
    m_before.clear();
    for (auto *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        m_before << widget;
}

/// What had the focus may be gone because it lost it, like the editor of a cell.
void PalettePopup::goBack()
{
    for (const auto &widget : m_before) {
        if (widget && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus) {
            widget->setFocus();
            return;
        }
    }
}

void PalettePopup::search(const QString &typed)
{
    m_model.setQuery(typed);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    place();
}

void PalettePopup::place()
{
    constexpr int maxRows = 12;
    const int rows = std::min(maxRows, m_model.rowCount());
    m_list->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    m_list->setFixedHeight(rows * metrics::comfortableRow);
    const int width = std::min(560, parentWidget()->width() - 32);
    setFixedWidth(width);
    layout()->activate();
    resize(width, layout()->sizeHint().height());
    move((parentWidget()->width() - width) / 2, 5);
}

void PalettePopup::choose(const QModelIndex &index)
{
    if (!index.isValid() || !index.data(PaletteModel::EnabledRole).toBool())
        return;
    const auto command = index.data(PaletteModel::CommandRole).toString();
    const auto query = index.data(PaletteModel::QueryRole).toString();
    const auto id = index.data(PaletteModel::IdRole).value<ObjectId>();
    hide();
    goBack();
    if (!query.isEmpty()) {
        m_model.useQuery(query);
        emit queryChosen(query);
    } else if (command.isEmpty()) {
        m_model.use(id);
        emit objectChosen(id);
    } else {
        m_model.use(command);
        emit commandChosen(command);
    }
}

void PalettePopup::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = std::abs(rows) > 1 ? std::clamp(m_list->currentIndex().row() + rows, 0, count - 1)
                                       : ((m_list->currentIndex().row() + rows) % count + count) % count;
    m_list->setCurrentIndex(m_model.index(row));
}

bool PalettePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_PageDown: moveBy(10); return true;
    case Qt::Key_PageUp: moveBy(-10); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    case Qt::Key_Escape:
        hide();
        goBack();
        return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void PalettePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::popupRadius,
                            metrics::popupRadius);
}

} // namespace squall::ui
