#include "ui/diagram/groupdialog.h"

#include "ui/diagram/diagramstyle.h"
#include "ui/diagram/diagramwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int least = 400;
constexpr int inRow = 3;

} // namespace

QIcon colorIcon(models::DiagramColor color, const Theme &theme)
{
    constexpr int sharp = 2; // for screens of two pixels a point
    QPixmap patch(metrics::icon * sharp, metrics::icon * sharp);
    patch.setDevicePixelRatio(sharp);
    patch.fill(Qt::transparent);
    QPainter painter(&patch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(diagramStyle(theme.scheme()).mark(color));
    painter.drawRoundedRect(QRectF(1, 1, metrics::icon - 2, metrics::icon - 2), 4, 4);
    return patch;
}

GroupDialog::GroupDialog(const Theme &theme, const models::DiagramGroup &mark,
                         const std::vector<models::DiagramGroup> &known, QWidget *parent)
    : QDialog(parent)
    , m_known(known)
    , m_name(new QComboBox(this))
    , m_colors(new QButtonGroup(this))
{
    setObjectName(u"diagramGroupDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Colour and group"));
    setMinimumWidth(least);
    m_name->setObjectName(u"diagramGroupName"_s);
    m_name->setEditable(true);
    for (const auto &group : m_known) {
        if (!group.group.isEmpty())
            m_name->addItem(colorIcon(group.color, theme), group.group);
    }
    m_name->setCurrentText(mark.group);
    m_name->lineEdit()->setPlaceholderText(tr("None; the colour's name is shown"));
    auto *colors = new QGridLayout;
    colors->setVerticalSpacing(10);
    for (const auto color : models::diagramColors) {
        auto *button = new QRadioButton(colorInWords(color), this);
        button->setObjectName(u"diagramColor-"_s + keyOf(color));
        button->setIcon(colorIcon(color, theme));
        button->setChecked(color == mark.color);
        const auto at = static_cast<int>(color);
        m_colors->addButton(button, at);
        colors->addWidget(button, at / inRow, at % inRow);
    }
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->addRow(tr("&Group"), m_name);
    form->addRow(tr("Colour"), colors);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *accepting = new QPushButton(tr("Apply"), this);
    accepting->setObjectName(u"diagramGroupAccept"_s);
    accepting->setProperty("primary", true);
    accepting->setDefault(true);
    buttons->addButton(accepting, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(accepting, &QPushButton::clicked, this, &GroupDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QComboBox::currentTextChanged, this, [this](const QString &name) {
        for (const auto &group : m_known) {
            if (group.group == name && !name.isEmpty())
                m_colors->button(static_cast<int>(group.color))->setChecked(true);
        }
    });
    m_name->setFocus();
}

void GroupDialog::take()
{
    const models::DiagramGroup mark{static_cast<models::DiagramColor>(m_colors->checkedId()),
                                    m_name->currentText().trimmed()};
    accept();
    emit chosen(mark);
}

} // namespace squall::ui
